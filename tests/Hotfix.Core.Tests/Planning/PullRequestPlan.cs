using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class PullRequestPlan
{
    private static readonly Snapshot Tested = Some.Committed with { Evidence = Some.Green };
    private static readonly Snapshot Opened = Some.Committed with { Hotfix = Some.Pushed, PullRequest = TestPlan.Reported(Some.Committed) };

    [Fact]
    public void PushesAndOpens()
    {
        HotfixRequest request = Some.Request with { Labels = ["hotfix", "p1"], Reviewers = ["bob"], IsDraft = true };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(Tested, request));

        Assert.Equal(new PlanStep.PushBranch(Some.HotfixName, Some.FixTip, null), ready.Steps[0]);
        PullRequestDraft draft = Assert.IsType<PlanStep.OpenPullRequest>(ready.Steps[1]).Draft;
        Assert.Equal(("Hotfix: null ref in checkout", true, Some.FixTip, Some.Main), (draft.Title, draft.IsDraft, draft.HeadSha, draft.BaseBranch));
        Assert.Equal(["hotfix", "p1", "bob"], [.. draft.Labels, .. draft.Reviewers]);
    }

    [Fact]
    public void FindsItOpen() => Assert.Equal($"pull request #17 at {Some.FixTip.Short}: {Some.Open.Url}", Plan(Opened).Evidence());

    [Fact]
    public void PushesANewCommitFromWhereTheRemoteIs()
    {
        Snapshot snapshot = Opened with
        {
            Hotfix = Some.Pushed with { LocalTip = Some.Sha(2), Relation = BranchRelation.Ahead },
            Evidence = Some.Green with { Commit = Some.Sha(2) },
        };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot));

        Assert.Equal(new PlanStep.PushBranch(Some.HotfixName, Some.Sha(2), Some.FixTip), ready.Steps[0]);
        Assert.IsType<PlanStep.UpdatePullRequestBody>(ready.Steps[1]);
    }

    [Fact]
    public void AsksOnlyForWhatIsMissing()
    {
        Snapshot snapshot = Opened with
        {
            PullRequest = Opened.PullRequest! with { Labels = ["Hotfix"], RequestedReviewers = ["Bob"] },
            Reviews = [Some.Review("carol", ReviewDecision.Commented)],
        };

        PlanResult result = Plan(snapshot, Some.Request with { Labels = ["hotfix", "p1"], Reviewers = ["bob", "carol", "ADA", "dan"] });

        Assert.Equal("AddLabels RequestReviewers", result.Steps());
        Assert.Equal(["dan"], Assert.IsType<PlanStep.RequestReviewers>(((PlanResult.Ready)result).Steps[1]).Reviewers);
    }

    [Fact]
    public void DoesNotAskATeamAgainThatMayHaveAnswered()
    {
        HotfixRequest request = Some.Request with { Reviewers = ["acme/core"] };

        Assert.Equal("RequestReviewers", Plan(Opened, request).Steps());
        Assert.IsType<PlanResult.NothingToDo>(Plan(Opened with { Reviews = [Some.Review("bob", ReviewDecision.Approved)] }, request));
    }

    [Fact]
    public void RefusesForEveryReasonAtOnce()
    {
        Snapshot snapshot = Some.Committed with
        {
            Settings = Some.Settings with { CanPush = false },
            Hotfix = Some.Branch with { RemoteTip = Some.Sha(9), Relation = BranchRelation.Diverged, Changes = [] },
            PullRequest = Some.Closed,
        };

        Assert.Equal(["HF4015", "HF4004", "HF4011", "HF4012", "HF4013"], Plan(snapshot).Codes());
    }

    [Fact]
    public void RefusesAnotherBase() =>
        Assert.Equal(["HF4014"], Plan(Opened with { PullRequest = Opened.PullRequest! with { BaseBranch = BranchName.Parse("develop") } }).Codes());

    [Fact]
    public void GoesOnBesideAPullRequestOfAStranger()
    {
        PullRequest foreign = Some.Open with { Number = 8, Author = "eve", IsForeign = true };

        PlanResult elsewhere = Plan(Tested with { OtherPullRequests = [foreign with { BaseBranch = BranchName.Parse("develop") }] });
        PlanResult inTheWay = Plan(Tested with { OtherPullRequests = [foreign] });

        Assert.Equal("PushBranch OpenPullRequest", elsewhere.Steps());
        Assert.Contains(
            "#8 of eve goes from hotfix/null-ref-in-checkout into develop, and is left alone: eve may not write here",
            Assert.IsType<PlanResult.Ready>(elsewhere).Notes
        );
        Assert.Equal(["HF4401"], inTheWay.Codes());
    }

    [Fact]
    public void RefusesAnArchivedRepository() => Assert.Equal(["HF4015"], Plan(Tested with { Settings = Some.Settings with { IsArchived = true } }).Codes());

    [Fact]
    public void RefusesRedTests() => Assert.Equal(["HF4011"], Plan(Some.Committed with { Evidence = Some.Green with { Failed = 1 } }).Codes());

    [Fact]
    public void TakesALargerFixWithAReasonAndRemembersIt()
    {
        Snapshot large = Tested with
        {
            Hotfix = Some.Branch with { Changes = [.. Some.SmallChange, new FileChange("src/B.cs", null, 500, 0, IsBinary: false)] },
        };

        PlanResult refused = Plan(large);
        var ready = Assert.IsType<PlanResult.Ready>(Plan(large, Some.Request with { OverBudgetReason = "generated code" }));
        string body = Assert.IsType<PlanStep.OpenPullRequest>(ready.Steps[1]).Draft.Body;
        PlanResult again = Plan(
            large with
            {
                Hotfix = large.Hotfix! with { RemoteTip = Some.FixTip, Relation = BranchRelation.Same },
                PullRequest = Some.Open with { Body = body },
            }
        );

        Assert.Equal(["HF4012"], refused.Codes());
        Assert.Contains("generated code", body, StringComparison.Ordinal);
        Assert.IsType<PlanResult.NothingToDo>(again);
    }

    [Fact]
    public void WaitsForTheFirstCommit() => Assert.Single(Plan(Some.Snapshot).Waits());

    [Fact]
    public void WaitsWhenTheBranchIsGoneFromUnderAnOpenPullRequest() => Assert.Single(Plan(Some.Snapshot with { PullRequest = Some.Open }).Waits());

    [Fact]
    public void IsNeverOpenedAgainOnceMerged() => Assert.IsType<PlanResult.NothingToDo>(Plan(Some.Releasable with { Evidence = Some.Green }));

    private static PlanResult Plan(Snapshot snapshot, HotfixRequest? request = null) =>
        HotfixPlanner.Plan(Stage.PullRequest, request ?? Some.Request, snapshot);
}
