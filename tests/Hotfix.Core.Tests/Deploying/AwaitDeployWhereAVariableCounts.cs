using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class AwaitDeployWhereAVariableCounts
{
    private static readonly CommitSha Later = Some.Sha(0x150);

    private static readonly AwaitDeployFacts VariableFirst = new()
    {
        TakenAt = Some.Day(3),
        Since = Some.Day(2),
        Release = Release,
        Environment = "production",
        DefaultBranch = Some.Main,
        Order = [ProductionSource.Variable, ProductionSource.Deployment],
    };

    // What a job with 'environment: production' leaves, in a run that was dispatched: the run is over, and GitHub has no deployment of the release.
    [Fact]
    public void ItProvesTheReleaseOfARunThatLeftNoDeploymentOfIt()
    {
        PlanResult result = AwaitDeployPlanner.Plan(VariableFirst with { Run = Run(RunState.Succeeded), Told = [Says(Release.Commit, "1.4.3")] });

        Assert.Contains("variable DEPLOYED says 1.4.3", result.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void ADeploymentThatAJobLeftDoesNotCountAgainstIt()
    {
        AwaitDeployFacts left = VariableFirst with
        {
            OfCommit = [Foreign(9, Some.MergeCommit, DeploymentState.Succeeded)],
            Current = Foreign(9, Some.MergeCommit, DeploymentState.Succeeded),
            Told = [Says(Before, "1.4.2")],
        };

        Assert.StartsWith("variable DEPLOYED says 1.4.2", Assert.Single(AwaitDeployPlanner.Plan(left).Waits()), StringComparison.Ordinal);
        Assert.IsType<PlanResult.Ready>(AwaitDeployPlanner.Plan(left with { Workflow = "deploy.yml" }));
    }

    [Fact]
    public void ARunThatEndedWellWhileItNamesAnotherIsToldWithBoth()
    {
        PlanResult result = AwaitDeployPlanner.Plan(VariableFirst with { Run = Run(RunState.Succeeded), Told = [Says(Before, "1.4.2")] });

        Assert.Equal(["HF4154"], result.Codes());
        Assert.Contains("variable DEPLOYED says 1.4.2", Assert.IsType<PlanResult.Refused>(result).Refusals[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatContainsTheReleaseCountsUntilSomethingNewerIsKnownOfTheReleaseItself()
    {
        AwaitDeployFacts contained = VariableFirst with
        {
            Told = [Says(Later, "1.5.0") with { SaidAt = Some.Day(1) }],
            Containing = new HashSet<CommitSha> { Later },
        };
        AwaitDeployFacts failed = contained with { OfCommit = [Own(9, Some.MergeCommit, DeploymentState.Failed) with { CreatedAt = Some.Day(2) }] };
        AwaitDeployFacts working = contained with { Run = Run(RunState.InProgress) };

        Assert.Contains("which contains v1.4.3", AwaitDeployPlanner.Plan(contained).Evidence(), StringComparison.Ordinal);
        Assert.Equal(["HF4152"], AwaitDeployPlanner.Plan(failed).Codes());
        Assert.IsType<PlanResult.Waiting>(AwaitDeployPlanner.Plan(working));
    }

    [Fact]
    public void GoingBackIsNotDoneWhileSomethingThatContainsTheOldReleaseRuns()
    {
        PlanResult result = AwaitDeployPlanner.Plan(
            VariableFirst with
            {
                Purpose = "rollback",
                Told = [Says(Later, "1.5.0")],
                Containing = new HashSet<CommitSha> { Later },
            }
        );

        Assert.IsType<PlanResult.Waiting>(result);
    }

    [Fact]
    public void BeforeItSaysAnythingDeploymentsDo()
    {
        Deployment good = Own(9, Some.MergeCommit, DeploymentState.Succeeded);

        PlanResult result = AwaitDeployPlanner.Plan(VariableFirst with { OfCommit = [good], Current = good });

        Assert.Contains("(deployment 9)", result.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnOrderAllThatSpeakHaveToAgree()
    {
        Deployment good = Own(9, Some.MergeCommit, DeploymentState.Succeeded);
        AwaitDeployFacts all = VariableFirst with { Order = null };

        PlanResult disagreeing = AwaitDeployPlanner.Plan(all with { OfCommit = [good], Current = good, Told = [Says(Before, "1.4.2")] });
        PlanResult agreeing = AwaitDeployPlanner.Plan(all with { OfCommit = [good], Current = good, Told = [Says(Release.Commit, "1.4.3")] });
        PlanResult alone = AwaitDeployPlanner.Plan(all with { Run = Run(RunState.Succeeded), Told = [Says(Release.Commit, "1.4.3")] });

        Assert.Contains("--production-source", Assert.Single(Assert.IsType<PlanResult.Waiting>(disagreeing).Waits).Who, StringComparison.Ordinal);
        Assert.StartsWith("production runs v1.4.3", agreeing.Evidence(), StringComparison.Ordinal);
        Assert.Contains("variable DEPLOYED says 1.4.3", alone.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAddressMayTakeAWhileAfterTheRun()
    {
        ProductionClaim starting = new(ProductionSource.Health, "https://shop.test/health", "nothing", null);

        PlanResult result = AwaitDeployPlanner.Plan(VariableFirst with { Order = [ProductionSource.Health], Run = Run(RunState.Succeeded), Told = [starting] });

        Assert.Contains("https://shop.test/health says nothing", Assert.Single(result.Waits()), StringComparison.Ordinal);
    }

    private static ProductionClaim Says(CommitSha commit, string version) => new(ProductionSource.Variable, "variable DEPLOYED", version, commit);

    private static FollowedRun Run(RunState state) =>
        new(new WorkflowRun(7, "deploy", "deploy", state, "", Some.BaseTip, "https://github.com/acme/shop/actions/runs/7", Some.Day(2)), [], []);
}
