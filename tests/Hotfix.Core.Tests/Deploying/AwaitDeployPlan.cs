using Hotfix.Core.Deploying;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class AwaitDeployPlan
{
    private static readonly AwaitDeployFacts Nothing = new()
    {
        TakenAt = Some.Day(3),
        Since = Some.Day(2),
        Release = Release,
        Environment = "production",
        DefaultBranch = Some.Main,
    };

    [Fact]
    public void ADeploymentThatEndedWellIsDone()
    {
        Deployment good = Own(9, Some.MergeCommit, DeploymentState.Succeeded);

        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { OfCommit = [good], Current = good });

        Assert.StartsWith("production runs v1.4.3", result.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASuccessOfAnotherCommitCountsOnlyWhenItContainsThisOne()
    {
        AwaitDeployFacts other = Nothing with { Current = Own(9, Some.Sha(0x144), DeploymentState.Succeeded) };

        Assert.Contains("which contains v1.4.3", AwaitDeployPlanner.Plan(other with { IsContained = true }).Evidence(), StringComparison.Ordinal);
        Assert.Contains("who deploys?", Assert.Single(AwaitDeployPlanner.Plan(other).Waits()), StringComparison.Ordinal);
    }

    // "Contains the release" is not "runs the release" when something newer is known.
    [Fact]
    public void ContainingItDoesNotCountAgainstANewerDeploymentOfTheReleaseItself()
    {
        PlanResult result = AwaitDeployPlanner.Plan(
            Nothing with
            {
                OfCommit = [Own(12, Some.MergeCommit, DeploymentState.Failed)],
                Current = Own(9, Some.Sha(0x144), DeploymentState.Succeeded),
                IsContained = true,
            }
        );

        Assert.Equal(["HF4152"], result.Codes());
    }

    [Fact]
    public void WhatWasDeployedOverItWithoutItIsToldNotPassedOver()
    {
        PlanResult result = AwaitDeployPlanner.Plan(
            Nothing with
            {
                OfCommit = [Own(9, Some.MergeCommit, DeploymentState.Succeeded)],
                Current = Own(10, Before, DeploymentState.Succeeded),
            }
        );

        Assert.Equal(["HF4153"], result.Codes());
    }

    [Fact]
    public void AFailedDeploymentEndsWithTheWayBack()
    {
        PlanResult result = AwaitDeployPlanner.Plan(
            Nothing with
            {
                OfCommit = [Own(9, Some.MergeCommit, DeploymentState.Failed)],
                LastGood = Core.Refs.ReleaseTag.TryParse("v1.4.2"),
            }
        );

        Assert.Equal(["HF4152"], result.Codes());
        Assert.Contains("./build.sh Rollback --to v1.4.2", Assert.IsType<PlanResult.Refused>(result).Refusals[0].Next, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunAtAGateNamesWhoCanLetItThrough()
    {
        FollowedRun held = Run(RunState.Waiting) with { Gates = [new RunGate(1, "production", ["bob"], CanApprove: false, TimeSpan.Zero, null)] };

        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { Run = held, OfCommit = [Foreign(9, Some.MergeCommit, DeploymentState.Pending)] });

        Wait wait = Assert.Single(Assert.IsType<PlanResult.Waiting>(result).Waits);
        Assert.True(wait.IsPerson);
        Assert.Contains("bob", wait.Who, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatWorksIsWaitedForJobByJob()
    {
        FollowedRun working = Run(RunState.InProgress) with
        {
            Jobs =
            [
                new WorkflowJob(1, "staging", RunState.Succeeded, "success", ""),
                new WorkflowJob(2, "production", RunState.InProgress, "in_progress", "", "Deploy"),
            ],
        };

        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { Run = working });

        Assert.Equal(2, result.Waits().Length);
        Assert.StartsWith("production: in progress (Deploy)", result.Waits()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatEndedWellWithoutADeploymentOfThisCommitProvesNothing()
    {
        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { Run = Run(RunState.Succeeded) });

        Assert.Equal(["HF4154"], result.Codes());
    }

    [Fact]
    public void NothingBegunIsWaitedForOnlyWithinTheGrace()
    {
        PlanResult early = AwaitDeployPlanner.Plan(Nothing with { TakenAt = Some.Day(2).AddSeconds(30) });
        PlanResult late = AwaitDeployPlanner.Plan(Nothing);

        Assert.False(Assert.Single(Assert.IsType<PlanResult.Waiting>(early).Waits).IsPerson);
        Assert.Equal(AwaitDeployPlanner.WhoDeploys(Nothing), Assert.Single(Assert.IsType<PlanResult.Waiting>(late).Waits));
    }

    [Fact]
    public void WithoutEnvironmentAndWorkflowNothingDeploysThroughGitHub()
    {
        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { Exists = false, TakenAt = Some.Day(2) });

        Assert.StartsWith("nothing deploys through GitHub", result.Evidence(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorkflowIsStartedOnceAndAfterACancelledQueueOnceMore()
    {
        AwaitDeployFacts asked = Nothing with { Workflow = "release.yml" };
        FollowedRun dropped = Run(RunState.Cancelled);

        PlanResult first = AwaitDeployPlanner.Plan(asked);
        PlanResult second = AwaitDeployPlanner.Plan(asked with { Started = 1, Run = dropped });
        PlanResult third = AwaitDeployPlanner.Plan(asked with { Started = 2, Run = dropped });

        Assert.Equal("deploy-v1.4.3-0000003e-1", Started(first).CorrelationId);
        Assert.Equal("deploy-v1.4.3-0000003e-2", Started(second).CorrelationId);
        Assert.Equal(["HF4155"], third.Codes());
    }

    [Fact]
    public void ARunThatSomebodyStoppedIsNotStartedAgain()
    {
        FollowedRun stopped = Run(RunState.Cancelled) with
        {
            Jobs = [new WorkflowJob(1, "production", RunState.Cancelled, "cancelled", "") { HasStarted = true }],
        };

        PlanResult result = AwaitDeployPlanner.Plan(Nothing with { Workflow = "release.yml", Started = 1, Run = stopped });

        Assert.Equal(["HF4155"], result.Codes());
    }

    [Theory]
    [InlineData("release v1.4.3", "workflow_dispatch", "main", true)]
    [InlineData("deploy-v1.4.3-0000003e-1", "workflow_dispatch", "main", true)]
    [InlineData("anything", "push", "v1.4.3", true)]
    [InlineData("release v1.4.30", "workflow_dispatch", "main", false)]
    [InlineData("release v1.4.3-rc.1", "workflow_dispatch", "main", false)]
    [InlineData("release v1.4.2", "workflow_dispatch", "main", false)]
    public void ARunIsForTheReleaseThatItNames(string title, string @event, string branch, bool isFor)
    {
        WorkflowRun run = Run(RunState.InProgress).Run with
        {
            Title = title,
            Event = @event,
            HeadBranch = branch,
            HeadSha = @event == "push" ? Release.Commit : Some.BaseTip,
        };

        Assert.Equal(isFor, RunOfRelease.IsFor(run, RunOfRelease.Deploy, Release));
        Assert.Equal(isFor, RunOfRelease.Proves(run, Release.Commit, Release));
    }

    // GitHub records the workflow's commit for a run that was dispatched; exactly the released one is the release unless the run names another.
    [Theory]
    [InlineData("release to everybody", true)]
    [InlineData("release 0000003e0000000000000000000000000000000000 hotfix-0000003e0000", true)]
    [InlineData("hotfix-0000003e0000", true)]
    [InlineData("hotfix-0000003f0000", false)]
    [InlineData("go back to v1.4.2", false)]
    [InlineData("rollback-v1.4.2-0000003e-1", false)]
    public void ADispatchedRunOnTheReleasedCommitIsForItUnlessItNamesAnother(string title, bool proves)
    {
        WorkflowRun run = Run(RunState.Succeeded).Run with { Title = title };

        Assert.Equal(proves, RunOfRelease.Proves(run, Release.Commit, Release));
    }

    [Theory]
    [InlineData("workflow_dispatch", false)]
    [InlineData("schedule", false)]
    [InlineData("workflow_run", false)]
    [InlineData("push", true)]
    public void OfAnotherCommitOnlyAnEventThatIsAboutItCounts(string @event, bool proves)
    {
        WorkflowRun run = Run(RunState.Succeeded).Run with { Title = "nightly", Event = @event };

        Assert.Equal(proves, RunOfRelease.Proves(run, Some.Sha(77), Release));
    }

    [Theory]
    [InlineData("deploy-v1.4.3-0000003e-1", "pull_request", "v1.4.3")]
    [InlineData("release v1.4.3", "pull_request_target", "main")]
    [InlineData("deploy-v1.4.3-0000003e-1", "issue_comment", "main")]
    [InlineData("release v1.4.3", "push", "v1.4.3")]
    public void ARunThatAnybodyMayTitleIsForNothing(string title, string @event, string branch)
    {
        WorkflowRun run = Run(RunState.InProgress).Run with { Title = title, Event = @event, HeadBranch = branch, HeadSha = Some.BaseTip };

        Assert.False(RunOfRelease.IsFor(run, RunOfRelease.Deploy, Release));
        Assert.False(RunOfRelease.IsOurs(run, RunOfRelease.Deploy, Release));
    }

    private static PlanStep.StartDeployWorkflow Started(PlanResult result) =>
        Assert.IsType<PlanStep.StartDeployWorkflow>(Assert.Single(Assert.IsType<PlanResult.Ready>(result).Steps));

    private static FollowedRun Run(RunState state) =>
        new(
            new WorkflowRun(
                7,
                "release",
                "release v1.4.3",
                state,
                state == RunState.Cancelled ? "cancelled" : "in_progress",
                Some.BaseTip,
                "https://github.com/acme/shop/actions/runs/7",
                Some.Day(2)
            )
            {
                Event = "workflow_dispatch",
                HeadBranch = "main",
            },
            [],
            []
        );
}
