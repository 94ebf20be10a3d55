using Hotfix.Core.Plans;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class TestPlan
{
    [Fact]
    public void RunsTheTestsOnTheTip() => Assert.Equal([new PlanStep.RunTests(Some.FixTip)], Assert.IsType<PlanResult.Ready>(Plan(Some.Committed)).Steps);

    [Fact]
    public void FindsThemGreenInThisRun() =>
        Assert.Equal($"tests: 12 passed, 0 failed, 1 skipped on {Some.FixTip.Short}", Plan(Some.Committed with { Evidence = Some.Green }).Evidence());

    [Fact]
    public void FindsThemGreenInThePullRequest() => Assert.IsType<PlanResult.NothingToDo>(Plan(Some.Committed with { PullRequest = Reported(Some.Committed) }));

    [Fact]
    public void RunsThemAgainAfterRedOnes() => Assert.Equal("RunTests", Plan(Some.Committed with { Evidence = Some.Green with { Failed = 1 } }).Steps());

    [Fact]
    public void RunsThemAgainForANewTip()
    {
        Snapshot snapshot = Some.Committed with { PullRequest = Reported(Some.Committed), Hotfix = Some.Branch with { LocalTip = Some.Sha(2) } };

        Assert.Equal("RunTests", Plan(snapshot).Steps());
    }

    [Fact]
    public void RefusesADirtyTree() =>
        Assert.Equal(["HF4010"], Plan(Some.Committed with { WorkTree = Some.Committed.WorkTree with { ChangedFiles = ["src/A.cs"] } }).Codes());

    [Fact]
    public void IsNotHeldUpByADirtyTreeElsewhere()
    {
        Snapshot snapshot = Some.Committed with
        {
            WorkTree = Some.Tree with { ChangedFiles = ["a"] },
            Hotfix = Some.Branch with { WorktreePath = "/home/ada/hotfix" },
        };

        Assert.Equal("RunTests", Plan(snapshot).Steps());
    }

    [Fact]
    public void WaitsForTheFirstCommit()
    {
        PlanResult result = Plan(Some.Snapshot with { Hotfix = Some.Branch with { Commits = [], Changes = [], LocalTip = Some.BaseTip } });

        string wait = Assert.Single(result.Waits());
        Assert.StartsWith($"no commit on {Some.HotfixName} yet", wait, StringComparison.Ordinal);
        Assert.EndsWith("./build.sh Hotfix --description \"null ref in checkout\"", wait, StringComparison.Ordinal);
    }

    [Fact]
    public void WaitsForTheCommitOfChangesThatAreThere()
    {
        Snapshot snapshot = Some.Snapshot with { WorkTree = Some.Tree with { ChangedFiles = ["a"] } };

        Assert.StartsWith($"the changes on {Some.HotfixName} are not committed yet", Assert.Single(Plan(snapshot).Waits()), StringComparison.Ordinal);
    }

    internal static PullRequest Reported(Snapshot snapshot)
    {
        var report = new PullRequestReport(Some.Request, snapshot, Some.Request.Budget.Measure(snapshot.Hotfix!.Changes), Some.Green);
        return Some.Open with { Body = report.Body };
    }

    private static PlanResult Plan(Snapshot snapshot) => HotfixPlanner.Plan(Stage.Test, Some.Request, snapshot);
}
