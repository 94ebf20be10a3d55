using Hotfix.Core.Refs;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Telling;

public sealed class RecordOfAnnouncements
{
    private static readonly Announcement Released = Hostile.Announcement("null ref in checkout");

    [Fact]
    public void IsReadAgainFromTheTextItWasPutInto()
    {
        AnnouncementRecord record = Enum.GetValues<AnnouncementEvent>()
            .Aggregate(AnnouncementRecord.Empty, (all, it) => all.With(Released with { Event = it }));

        AnnouncementRecord read = AnnouncementRecord.Read($"some words\n{record.Text}\n");

        Assert.Equal(10, read.Keys.Count);
        Assert.Equal(record.Keys, read.Keys);
        Assert.All(Enum.GetValues<AnnouncementEvent>(), it => Assert.True(read.Has(Released with { Event = it })));
    }

    [Fact]
    public void LetsEachStateBeToldOnce()
    {
        Announcement later = Released with { At = Some.Day(9), Description = "other words" };

        IReadOnlyList<Announcement> missing = AnnouncementRecord.Empty.Missing([Released, later, Released with { Tag = ReleaseTag.TryParse("v1.4.4") }]);

        Assert.Equal(["v1.4.3", "v1.4.4"], missing.Select(it => it.Tag!.Name));
        Assert.Empty(AnnouncementRecord.Empty.With(Released).Missing([later]));
    }

    [Theory]
    [InlineData(AnnouncementEvent.Blocked, "reason", true)]
    [InlineData(AnnouncementEvent.Blocked, "who", true)]
    [InlineData(AnnouncementEvent.Blocked, "sha", false)]
    [InlineData(AnnouncementEvent.PullRequestOpened, "sha", false)]
    [InlineData(AnnouncementEvent.Merged, "sha", true)]
    [InlineData(AnnouncementEvent.Deployed, "environment", true)]
    [InlineData(AnnouncementEvent.Deployed, "occurrence", true)]
    [InlineData(AnnouncementEvent.RolledBack, "reason", false)]
    [InlineData(AnnouncementEvent.Abandoned, "reason", false)]
    [InlineData(AnnouncementEvent.Started, "branch", true)]
    internal void TellsStatesApart(AnnouncementEvent it, string what, bool isOther)
    {
        Announcement one = Released with { Event = it };
        Announcement other = what switch
        {
            "reason" => one with { Reason = "another" },
            "who" => one with { Who = "grace" },
            "sha" => one with { Sha = Some.FixTip },
            "environment" => one with { Environment = "elsewhere" },
            "occurrence" => one with { Occurrence = "2" },
            _ => one with { Branch = BranchName.Parse("hotfix/another") },
        };

        bool differs = one.Key != other.Key;

        Assert.Equal(isOther, differs);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<!-- hotfix:announced released/zzzzzzzzzzzz -->")]
    [InlineData("<!-- hotfix:announced released/000000000000")]
    [InlineData("<!\u200b-- hotfix:announced released/000000000000 -->")]
    public void IsEmptyWhereNothingCanBeRead(string? text) => Assert.Empty(AnnouncementRecord.Read(text).Keys);

    [Fact]
    public void ForgetsTheOldestFirst()
    {
        AnnouncementRecord record = AnnouncementRecord.Empty;
        for (int i = 0; i < AnnouncementRecord.MaxKeys + 5; i++)
            record = record.With(Released with { Event = AnnouncementEvent.Blocked, Reason = $"{i}" });

        Assert.Equal(AnnouncementRecord.MaxKeys, record.Keys.Count);
        Assert.False(record.Has(Released with { Event = AnnouncementEvent.Blocked, Reason = "4" }));
        Assert.True(record.Has(Released with { Event = AnnouncementEvent.Blocked, Reason = "5" }));
    }
}
