using Hotfix.Core.Abandoning;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Abandoning;

public sealed class AbandonPlan
{
    /// <summary>Pushed, a pull request is open, another branch is checked out.</summary>
    private static readonly AbandonFacts Open = new()
    {
        Snapshot = Some.Snapshot with { Hotfix = Some.Pushed with { WorktreePath = null }, PullRequest = Some.Open },
        Reason = "the provider fixed it",
        IsRemoteKept = true,
        IsLocalKept = true,
    };

    [Fact]
    public void ClosesWithTheReasonAndThenDeletesBothBranches()
    {
        PlanResult result = AbandonPlanner.Plan(Open);

        Assert.Equal("ClosePullRequest DeleteRemoteBranch DeleteBranch", result.Steps());
        Assert.Contains(
            "the provider fixed it",
            Assert.IsType<PlanStep.ClosePullRequest>(Assert.IsType<PlanResult.Ready>(result).Steps[0]).Comment,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AMergedOneIsRefused() =>
        Assert.Equal(["HF4172"], AbandonPlanner.Plan(Open with { Snapshot = Open.Snapshot with { PullRequest = Some.Merged } }).Codes());

    [Fact]
    public void WithoutAReasonNothingIsClosed() => Assert.Equal(["HF4171"], AbandonPlanner.Plan(Open with { Reason = null }).Codes());

    [Fact]
    public void OutsideAHotfixNothingIsMeant() =>
        Assert.Equal(["HF4170"], AbandonPlanner.Plan(Open with { Snapshot = Open.Snapshot with { Hotfix = null } }).Codes());

    [Fact]
    public void ABranchThatIsCheckedOutStaysAndIsSaidTo()
    {
        PlanResult result = AbandonPlanner.Plan(Open with { Snapshot = Open.Snapshot with { Hotfix = Some.Pushed } });

        Assert.Equal("ClosePullRequest DeleteRemoteBranch", result.Steps());
        Assert.Contains("is checked out in /home/ada/shop", Assert.Single(Assert.IsType<PlanResult.Ready>(result).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void CommitsThatWereNotPushedStay()
    {
        PlanResult result = AbandonPlanner.Plan(
            Open with
            {
                IsLocalKept = false,
                Snapshot = Open.Snapshot with { Hotfix = Open.Snapshot.Hotfix! with { LocalTip = Some.Sha(0xf2), Relation = BranchRelation.Ahead } },
            }
        );

        Assert.Equal("ClosePullRequest DeleteRemoteBranch", result.Steps());
        Assert.Contains("commits that no pull request keeps", Assert.Single(Assert.IsType<PlanResult.Ready>(result).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void ARemoteBranchWhoseCommitsNobodyElseHasStays()
    {
        HotfixBranch elsewhere = Some.Pushed with { LocalTip = null, WorktreePath = null, Relation = BranchRelation.RemoteOnly };

        PlanResult result = AbandonPlanner.Plan(
            Open with
            {
                IsRemoteKept = false,
                IsLocalKept = false,
                Snapshot = Open.Snapshot with { Hotfix = elsewhere, PullRequest = null },
            }
        );

        Assert.Contains("stays at the remote", result.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void TwiceItIsFoundDone()
    {
        PlanResult result = AbandonPlanner.Plan(Open with { Reason = null, Snapshot = Some.Snapshot with { PullRequest = Some.Closed } });

        Assert.StartsWith("#17 was closed on", result.Evidence(), StringComparison.Ordinal);
    }
}
