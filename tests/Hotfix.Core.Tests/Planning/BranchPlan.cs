using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class BranchPlan
{
    private static readonly Fix Fix = new Fix.Commits([Some.Sha(7)]);

    [Fact]
    public void CreatesAndChecksOutTheBranchAtTheBase()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Some.Snapshot));

        Assert.Equal([new PlanStep.CreateBranch(Some.HotfixName, Some.BaseTip), new PlanStep.CheckOutBranch(Some.HotfixName, Some.BaseTip)], ready.Steps);
    }

    [Fact]
    public void AddsAWorktreeAndTheFixThere()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Some.Snapshot with { Fix = Fix }, Some.Request with { WorktreePath = "/home/ada/hotfix" }));

        Assert.Equal(
            [
                new PlanStep.CreateBranch(Some.HotfixName, Some.BaseTip),
                new PlanStep.AddWorktree("/home/ada/hotfix", Some.HotfixName, Some.BaseTip),
                new PlanStep.ApplyFix(Some.HotfixName, Some.BaseTip, Fix, "/home/ada/hotfix"),
            ],
            ready.Steps
        );
    }

    [Fact]
    public void GoesOnWithAColleaguesBranch()
    {
        Snapshot snapshot = Some.Snapshot with
        {
            Hotfix = Some.Branch with { LocalTip = null, RemoteTip = Some.FixTip, Relation = BranchRelation.RemoteOnly, WorktreePath = null },
        };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot));

        Assert.Equal(new PlanStep.CreateBranch(Some.HotfixName, Some.FixTip), ready.Steps[0]);
    }

    [Fact]
    public void CatchesUpWithTheRemote()
    {
        Snapshot snapshot = Some.Committed with
        {
            Hotfix = Some.Branch with { LocalTip = Some.BaseTip, RemoteTip = Some.FixTip, Relation = BranchRelation.Behind },
        };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot));

        Assert.Equal([new PlanStep.FastForwardBranch(Some.HotfixName, Some.BaseTip, Some.FixTip)], ready.Steps);
    }

    [Fact]
    public void FindsTheBranchCheckedOut() =>
        Assert.Equal($"branch {Some.HotfixName} at {Some.FixTip.Short}, 1 commit, checked out in /home/ada/shop", Plan(Some.Committed).Evidence());

    [Fact]
    public void IsNotAboutAnythingOutsideAHotfix() =>
        Assert.Equal("outside a hotfix: no branch is named or checked out", Plan(Some.Snapshot with { Hotfix = null }).Evidence());

    [Fact]
    public void RefusesForEveryReasonAtOnce()
    {
        Snapshot snapshot = Some.Snapshot with
        {
            WorkTree = Some.Tree with { ChangedFiles = ["a", "b", "c", "d", "e", "f", "g"], OperationInProgress = "merge" },
            OverwrittenFiles = ["src/New.cs"],
            Hotfix = Some.Branch with
            {
                RemoteTip = Some.Sha(9),
                Relation = BranchRelation.Diverged,
                WorktreePath = null,
                MergeBase = null,
                OtherBases = [Some.Main],
            },
        };

        string[] codes = Plan(snapshot).Codes();

        Assert.Equal(["HF4002", "HF4001", "HF4007", "HF4004", "HF4003", "HF4003"], codes);
    }

    [Fact]
    public void ShowsTheFirstChangedFiles()
    {
        Snapshot snapshot = Some.Snapshot with { WorkTree = Some.Tree with { ChangedFiles = ["a", "b", "c", "d", "e", "f", "g"] } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(snapshot));

        Assert.Contains("a, b, c, d, e and 2 more", Assert.Single(refused.Refusals).What, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesADirtyTreeAloneWithAWorktreeOfItsOwn()
    {
        Snapshot snapshot = Some.Snapshot with { WorkTree = Some.Tree with { ChangedFiles = ["a"], OperationInProgress = "rebase" } };

        Assert.Equal("CreateBranch AddWorktree", Plan(snapshot, Some.Request with { WorktreePath = "/home/ada/hotfix" }).Steps());
    }

    [Fact]
    public void MayBeDirtyWhereTheBranchIsCheckedOutAlready() =>
        Assert.IsType<PlanResult.NothingToDo>(Plan(Some.Committed with { WorkTree = Some.Committed.WorkTree with { ChangedFiles = ["a"] } }));

    [Fact]
    public void RefusesAFixOnTopOfUncommittedChanges()
    {
        Snapshot snapshot = Some.Committed with { WorkTree = Some.Committed.WorkTree with { ChangedFiles = ["a"] }, Fix = Fix };

        Assert.Equal(["HF4001"], Plan(snapshot).Codes());
    }

    [Fact]
    public void RefusesASecondWorktree() => Assert.Equal(["HF4009"], Plan(Some.Committed, Some.Request with { WorktreePath = "/home/ada/hotfix" }).Codes());

    [Fact]
    public void TakesTheWorktreeThatIsThere() =>
        Assert.IsType<PlanResult.NothingToDo>(Plan(Some.Committed, Some.Request with { WorktreePath = "/home/ada/shop/" }));

    [Fact]
    public void RefusesABranchThatWasCutFromAnother()
    {
        Snapshot snapshot = Some.Committed with { Hotfix = Some.Branch with { OtherBases = [BranchName.Parse("develop")] } };

        Assert.Equal(["HF4003"], Plan(snapshot).Codes());
        Assert.IsType<PlanResult.NothingToDo>(Plan(snapshot with { PullRequest = Some.Open }));
    }

    [Fact]
    public void IsDoneOnceMerged() => Assert.Contains("pull request #17 was merged", Plan(Some.Releasable).Evidence(), StringComparison.Ordinal);

    [Fact]
    public void IsDoneOnceMergedAndDeleted()
    {
        Snapshot snapshot = Some.Releasable with { Hotfix = new HotfixBranch { Name = Some.HotfixName } };

        Assert.Contains("by bob", Plan(snapshot).Evidence(), StringComparison.Ordinal);
    }

    private static PlanResult Plan(Snapshot snapshot, HotfixRequest? request = null) => HotfixPlanner.Plan(Stage.Branch, request ?? Some.Request, snapshot);
}
