using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Lanes;
using Hotfix.Core.Tests.Telling;

namespace Hotfix.Core.Tests.PostMortems;

public sealed class IssueOfAPostMortem
{
    private static readonly PostMortemRecord Whole = new("v1.4.3", new DateOnly(2026, 1, 12), "ada", IsDone: false);

    [Fact]
    public void SaysWhatItIsAboutAndIsReadBack()
    {
        NewIssue issue = PostMortemRecord.Compose(Whole, "null ref in checkout", "What happened.\n");

        Assert.Equal(("post-mortem/v1.4.3", "post-mortem", "ada"), (issue.Marker.Name, Assert.Single(issue.Labels), Assert.Single(issue.Assignees)));
        Assert.Equal("Post-mortem: v1.4.3: null ref in checkout", issue.Title);
        Assert.Equal("Due: 2026-01-12\nOwner: `ada`\n\nWhat happened.\n", issue.Body);
        Assert.Equal(Whole, PostMortemRecord.Read(IssueOfADebt.Opened(issue)));
    }

    [Fact]
    public void IsDoneOnceItIsClosed()
    {
        Issue closed = Opened(Whole) with { IsOpen = false };

        Assert.Equal(Whole with { IsDone = true }, PostMortemRecord.Read(closed));
    }

    [Fact]
    public void IsPeoplesToHandOnAndToMove()
    {
        Issue edited = Opened(Whole) with { Body = "<!-- hotfix:post-mortem/v1.4.3 -->\r\n- **Due:** 2026-02-01 (moved)\r\nOwner: @grace\r\n", Assignees = [] };

        Assert.Equal(new PostMortemRecord("v1.4.3", new DateOnly(2026, 2, 1), "grace", IsDone: false), PostMortemRecord.Read(edited));
        Assert.Equal("bob", PostMortemRecord.Read(edited with { Assignees = ["bob"] })!.Owner);
    }

    [Theory]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3 -->")]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3 -->\nDue: soon\nOwner: \n")]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3 -->\nDue: 2026-13-40\n")]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3 -->\nDue: 2026-01-123\n")]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3 -->\nIt is overdue: 2026-01-12\n")]
    public void IsNeverOverdueWithoutADay(string body)
    {
        PostMortemRecord? record = PostMortemRecord.Read(Opened(Whole) with { Body = body, Assignees = [] });

        Assert.Equal(new PostMortemRecord("v1.4.3", null, null, IsDone: false), record);
        Assert.False(record!.IsOverdue(Some.Day(1000)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- hotfix:post-mortem/ -->")]
    [InlineData("<!-- hotfix:post-mortem/latest -->")]
    [InlineData("<!-- hotfix:post-mortem/v1.4.3")]
    public void IsNothingWithoutItsMark(string body) => Assert.Null(PostMortemRecord.Read(Opened(Whole) with { Body = body }));

    [Fact]
    public void IsOverdueTheDayAfterWhileItIsOpen()
    {
        Assert.False(Whole.IsOverdue(new DateTimeOffset(2026, 1, 12, 23, 59, 0, TimeSpan.Zero)));
        Assert.True(Whole.IsOverdue(new DateTimeOffset(2026, 1, 13, 0, 0, 0, TimeSpan.Zero)));
        Assert.False((Whole with { IsDone = true }).IsOverdue(Some.Day(1000)));
    }

    [Fact]
    public void AssignsNoAppAndStillNamesIt()
    {
        NewIssue issue = PostMortemRecord.Compose(Whole with { Owner = "release-robot[bot]" }, "", "");

        Assert.Empty(issue.Assignees);
        Assert.Equal("release-robot[bot]", PostMortemRecord.Read(IssueOfADebt.Opened(issue))!.Owner);
        Assert.Equal("Post-mortem: v1.4.3", issue.Title);
    }

    [Theory]
    [MemberData(nameof(Hostile.Descriptions), MemberType = typeof(Hostile))]
    public void HasATitleOfOneLineWhateverPeopleWrote(string description)
    {
        string title = PostMortemRecord.Compose(Whole, description, "").Title;

        Assert.InRange(title.Length, 1, 250);
        Assert.DoesNotContain(title, char.IsControl);
    }

    private static Issue Opened(PostMortemRecord record) => IssueOfADebt.Opened(PostMortemRecord.Compose(record, "null ref in checkout", "What happened.\n"));
}
