using System.Text.RegularExpressions;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Timeline;
using Hotfix.Core.Timeline;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.Telling;

public sealed class ThreadOfAHotfix
{
    private static readonly AnnouncementRecord Announced = AnnouncementRecord.Empty.With(Hostile.Announcement("x"));

    public static TheoryData<string> Descriptions => Hostile.Descriptions;

    [Fact]
    public void TellsTheWholeStory()
    {
        ThreadFacts facts = Facts("null ref in checkout");

        string text = ThreadText.Compose(facts, ThreadLog.Empty, Announced);

        Golden.Verify(text);
    }

    [Fact]
    public void IsTheSameForTheSameFacts()
    {
        MarkedComment first = ThreadText.Comment(Facts("null ref"), ThreadLog.Empty, Announced);

        MarkedComment second = ThreadText.Comment(Facts("null ref"), ThreadLog.Empty, AnnouncementRecord.Read(first.Body));

        Assert.Equal(first, second);
        Assert.Equal("thread/null-ref-in-checkout", first.Marker.Name);
    }

    [Fact]
    public void LeavesOutWhatIsNotKnown()
    {
        string text = ThreadText.Compose(new ThreadFacts(Some.HotfixName, "its branch is there"), ThreadLog.Empty, AnnouncementRecord.Empty);

        Assert.Equal("### Hotfix `hotfix/null-ref-in-checkout`\n\n**its branch is there**\n\n<!-- hotfix:announced -->", text);
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void ShowsAnyWordsAsTextAndReadsOnlyItsOwnRecord(string words)
    {
        string text = ThreadText.Compose(Facts(words), ThreadLog.Empty, Announced);

        string outside = Regex.Replace(Regex.Replace(text, "(?ms)^(`{3,})text\n.*?^\\1$", ""), "(`+)[^`\n](?:.*?[^`])??\\1(?!`)", "");
        Assert.Equal(Announced.Keys, AnnouncementRecord.Read(text).Keys);
        Assert.Single(Regex.Matches(text, "<!-- hotfix:"));
        Assert.DoesNotMatch(
            @"(?<!\\)@|@(?!&#8203;)|(?<!\\)<(?!!-- hotfix:announced)|\]\((?!https://(github\.com/acme/shop/|status\.example/))|[\u202a-\u202e]",
            outside
        );
        Assert.DoesNotMatch(@"(?m)^(?!#{3,4} |- |  - |\*\*|\| |\|-|<!-- hotfix:announced|$)", outside);
        Assert.InRange(text.Length, 1, ThreadText.MaxLength);
    }

    [Fact]
    public void KeepsItsRecordWhenThereIsTooMuchToSay()
    {
        string row = new('<', 10_000);
        ThreadFacts facts = Facts(row) with
        {
            LaneReasons = [.. Enumerable.Repeat(row, 500)],
            Waits = [.. Enumerable.Repeat(new Wait(row, row, IsPerson: true), 500)],
            Stages = [.. Enumerable.Repeat(new ThreadStage(row, IsDone: true, row), 500)],
            Overrides = [.. Enumerable.Repeat(new ThreadOverride(row, row, row), 500)],
            Environments = [.. Enumerable.Repeat(new ThreadEnvironment(row, row, null), 500)],
            Shas = [.. Enumerable.Repeat(new ShaLink(row, Some.FixTip), 500)],
        };

        string text = ThreadText.Compose(facts, ThreadLog.Empty, Announced);

        Assert.InRange(text.Length, 1, ThreadText.MaxLength);
        Assert.EndsWith(Announced.Text, text, StringComparison.Ordinal);
        Assert.Contains("- and 480 more", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hotfix/null-ref", "^thread/null-ref$")]
    [InlineData("fix/v1.4", "^thread/fix/v1.4$")]
    [InlineData("hotfix/Null", "^thread/-[0-9a-f]{16}$")]
    [InlineData("hotfix/a--b", "^thread/-[0-9a-f]{16}$")]
    [InlineData("hotfix/kassenstörung", "^thread/-[0-9a-f]{16}$")]
    public void HasAMarkOfItsOwn(string branch, string pattern) => Assert.Matches(pattern, ThreadText.MarkerOf(BranchName.Parse(branch)).Name);

    private static ThreadFacts Facts(string words) =>
        new(Some.HotfixName, $"waits for a review: {words}")
        {
            Description = words,
            Incident = "https://status.example/42",
            Lane = Lane.Exceptional,
            LaneReasons = [$"a person asked for it: {words}"],
            People = ["ada", words],
            PullRequest = new PullRequestLink(7, "https://github.com/acme/shop/pull/7"),
            Stages = [new ThreadStage("OpenPR", IsDone: true, "pull request #7"), new ThreadStage("AwaitMerge", IsDone: false, words)],
            Waits = [new Wait("an approval is missing", "@grace", IsPerson: true), new Wait(words, words, IsPerson: false)],
            Overrides = [new ThreadOverride("over the size budget", words, "ada")],
            Shas = [new ShaLink("tested", Some.FixTip), new ShaLink(words, Some.MergeCommit)],
            Tag = ReleaseTag.TryParse("v1.4.3"),
            Environments =
            [
                new ThreadEnvironment("production", words, "https://github.com/acme/shop/deployments"),
                new ThreadEnvironment(words, "v1.4.2", null),
            ],
            RollbackCommand = "./build.sh Rollback --to v1.4.2",
            Timeline = HotfixTimeline.Of(
                [TimelineOfAHotfix.Moment(MomentKind.FirstCommit, 0), TimelineOfAHotfix.Moment(MomentKind.PullRequest, 4)],
                [],
                now: null
            ),
        };
}
