using Hotfix.Core.Conventions;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class IssueOfADebt
{
    private static readonly BranchName Support = BranchName.Parse("support/1.4");

    private static readonly Debt Whole = new(ReleaseTag.TryParse("v1.4.3")!)
    {
        Released = Some.MergeCommit,
        Before = Some.BaseTip,
        SupportBranch = Support,
        HotfixBranch = Some.HotfixName,
        PullRequest = 17,
        Owner = "ada",
        Due = new DateOnly(2026, 1, 5),
    };

    [Fact]
    public void SaysEverythingAndIsReadBack()
    {
        NewIssue issue = DebtIssue.Compose(Whole, Some.Main);

        Assert.Equal(("forward-port/v1.4.3", "forward-port", "ada"), (issue.Marker.Name, Assert.Single(issue.Labels), Assert.Single(issue.Assignees)));
        Assert.Contains("| due | 2026-01-05 |", issue.Body, StringComparison.Ordinal);
        Assert.Equal(Whole, DebtIssue.Read(Opened(issue)));
    }

    [Fact]
    public void IsComposedOfAReleaseFromASupportLine()
    {
        Snapshot released = Released(Support);

        Debt debt = Assert.IsType<Debt>(Debt.Of(Some.Request, released));

        Assert.Equal(("v1.4.3", Some.MergeCommit, Some.BaseTip), (debt.Tag.Name, debt.Released, debt.Before));
        Assert.Equal(
            (Support, Some.HotfixName, 17, "ada", new DateOnly(2026, 1, 5)),
            (debt.SupportBranch, debt.HotfixBranch, debt.PullRequest, debt.Owner, debt.Due)
        );
        Assert.Equal("grace", Debt.Of(Some.Request with { Debt = Some.Request.Debt with { Owner = "grace" } }, released)!.Owner);
    }

    [Fact]
    public void IsNotNeededForAReleaseOfTheBaseBranchOrOfNothing()
    {
        Assert.Null(Debt.Of(Some.Request, Released(Some.Main)));
        Assert.Null(Debt.Of(Some.Request, Some.Releasable with { BaseBranch = Support }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- hotfix:debt")]
    [InlineData("<!-- hotfix:debt\n-->")]
    [InlineData("<!-- hotfix:debt\nreleased: zzz\nbefore:\nsupport-branch: ..\nhotfix-branch: a b\npull-request: 99999999999999\ndue: 2026-13-40\n: :\n-->")]
    [InlineData("<!-- hotfix:debt\r\npull-request: -1\r\ndue: soon\r\n-->")]
    public void LosesNothingButItsWordsToPeopleWhoEditIt(string rest)
    {
        Issue edited = Opened(DebtIssue.Compose(Whole, Some.Main)) with
        {
            Body = $"We look at it on Monday.\n<!-- hotfix:forward-port/v1.4.3 -->\n{rest}",
            Assignees = [],
        };

        Assert.Equal(new Debt(Whole.Tag), DebtIssue.Read(edited));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- hotfix:forward-port/ -->")]
    [InlineData("<!-- hotfix:forward-port/latest -->")]
    [InlineData("<!-- hotfix:forward-port/v1.4.3")]
    public void IsNobodysWithoutItsMark(string body) => Assert.Null(DebtIssue.Read(Opened(DebtIssue.Compose(Whole, Some.Main)) with { Body = body }));

    [Fact]
    public void HoldsNoValueThatWouldEndItsComment()
    {
        Debt debt = Whole with { HotfixBranch = BranchName.Parse("hotfix/a-->b") };

        Assert.Equal(debt with { HotfixBranch = null }, DebtIssue.Read(Opened(DebtIssue.Compose(debt, Some.Main))));
    }

    [Fact]
    public void AssignsNoApp() => Assert.Empty(DebtIssue.Compose(Whole with { Owner = "helper[bot]" }, Some.Main).Assignees);

    [Theory]
    [InlineData("hotfix/null-ref", "forward-port/null-ref")]
    [InlineData("fix/null-ref", "forward-port/v1.4.3")]
    [InlineData(null, "forward-port/v1.4.3")]
    public void NamesTheBranchAfterTheHotfix(string? hotfix, string expected) =>
        Assert.Equal(expected, (Whole with { HotfixBranch = hotfix is null ? null : BranchName.Parse(hotfix) }).PortBranch(HotfixConventions.Default).Value);

    [Fact]
    public void SaysWhoOwesItUntilWhen()
    {
        Issue issue = Opened(DebtIssue.Compose(Whole, Some.Main));

        Assert.Equal("ada, until 2026-01-05", DebtIssue.Terms(issue, Some.Day(4)));
        Assert.Equal("ada, until 2026-01-05, overdue", DebtIssue.Terms(issue, Some.Day(5)));
        Assert.Equal("bot", DebtIssue.Terms(issue with { Body = "", Assignees = [] }, Some.Day(5)));
    }

    [Fact]
    public void IsOpenedOnceAndOnlyOpenedAgainWhenItWasClosedWithoutTheFix()
    {
        Issue open = Opened(DebtIssue.Compose(Whole, Some.Main));
        Issue closed = open with { IsOpen = false };
        var owed = new ForwardPortState.Open([Some.FixTip], ["not there"]);

        Assert.Equal("OpenDebt", DebtPlanner.Ensure(Whole, Some.Main, new DebtLooked(null, HasEnd: false, null)).Steps());
        Assert.IsType<PlanResult.NothingToDo>(DebtPlanner.Ensure(Whole, Some.Main, new DebtLooked(open, HasEnd: false, null)));
        Assert.IsType<PlanResult.NothingToDo>(DebtPlanner.Ensure(Whole, Some.Main, new DebtLooked(closed, HasEnd: true, null)));
        Assert.IsType<PlanResult.NothingToDo>(
            DebtPlanner.Ensure(Whole, Some.Main, new DebtLooked(closed, HasEnd: false, new ForwardPortState.Proven(["there"])))
        );
        Assert.Equal("ReopenDebt", DebtPlanner.Ensure(Whole, Some.Main, new DebtLooked(closed, HasEnd: false, owed)).Steps());
    }

    internal static Issue Opened(NewIssue issue) =>
        new(9, issue.Title, issue.Marker.On(issue.Body), IsOpen: true, "https://github.com/acme/shop/issues/9", "bot", Some.Day(1))
        {
            IsOurs = true,
            Assignees = issue.Assignees,
            Labels = issue.Labels,
        };

    private static Snapshot Released(BranchName from) =>
        Some.Releasable with
        {
            BaseBranch = from,
            Remote = Some.Remote with { Tags = [Some.Tag("v1.4.2", Some.BaseTip), Some.Tag("v1.4.3", Some.MergeCommit)] },
            Release = Some.Releasable.Release! with { TagsContaining = [Some.Tag("v1.4.3", Some.MergeCommit)] },
        };
}
