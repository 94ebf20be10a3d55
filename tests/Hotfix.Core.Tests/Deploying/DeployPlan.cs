using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class DeployPlan
{
    private const string ThisRun = "https://github.com/acme/shop/actions/runs/77";

    [Fact]
    public void AsksPerformsAndReports()
    {
        PlanResult result = DeployPlanner.Plan(Facts);

        Assert.Equal("RequestDeployment PerformDeployment ReportDeployment", result.Steps());
        Assert.Equal("v1.4.3/1", Request(result).CorrelationId);
    }

    [Fact]
    public void AnEnvironmentThatRunsTheReleaseIsFoundDone()
    {
        PlanResult result = DeployPlanner.Plan(With(Own(9, Some.MergeCommit, DeploymentState.Succeeded), Own(8, Before, DeploymentState.Succeeded)));

        Assert.StartsWith("production runs v1.4.3", result.Evidence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeploymentState.Succeeded)]
    [InlineData(DeploymentState.Failed)]
    [InlineData(DeploymentState.InProgress)]
    internal void WhatWasDeployedOverItSinceIsDeployedOverAgain(DeploymentState other)
    {
        PlanResult result = DeployPlanner.Plan(With(Own(9, Before, other), Own(8, Some.MergeCommit, DeploymentState.Succeeded)));

        Assert.Equal("v1.4.3/2", Request(result).CorrelationId);
        Assert.Null(Request(result).Existing);
    }

    [Fact]
    public void ADeploymentThatWasAskedForAndNeverBeganHidesNothing()
    {
        PlanResult result = DeployPlanner.Plan(With(Foreign(9, Before, DeploymentState.Pending), Own(8, Some.MergeCommit, DeploymentState.Succeeded)));

        Assert.NotEmpty(result.Evidence());
    }

    [Theory]
    [InlineData(DeploymentState.Pending)]
    [InlineData(DeploymentState.InProgress)]
    internal void ADeploymentThatAKilledRunLeftIsGoneOnWith(DeploymentState left)
    {
        PlanResult result = DeployPlanner.Plan(With(Own(9, Some.MergeCommit, left, "v1.4.3/1")));

        Assert.Equal(9, Request(result).Existing);
        Assert.Equal("v1.4.3/1", Request(result).CorrelationId);
    }

    [Fact]
    public void AFailedDeploymentIsFollowedByANewOne()
    {
        PlanResult result = DeployPlanner.Plan(With(Own(9, Some.MergeCommit, DeploymentState.Failed)));

        Assert.Null(Request(result).Existing);
        Assert.Equal("v1.4.3/2", Request(result).CorrelationId);
    }

    [Fact]
    public void AnotherRunThatIsAtItIsWaitedFor()
    {
        var other = new WorkflowRun(
            5,
            "release",
            "release v1.4.3",
            RunState.InProgress,
            "in_progress",
            Some.BaseTip,
            "https://github.com/acme/shop/actions/runs/5",
            Some.Day(1)
        );

        PlanResult result = DeployPlanner.Plan(Facts with { OtherRun = other });

        Assert.Contains("by another run", Assert.Single(result.Waits()), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutACommandItSaysHowToConfigureOne()
    {
        PlanResult result = DeployPlanner.Plan(Facts with { How = null });

        Assert.Equal(["HF4143"], result.Codes());
    }

    [Fact]
    public void AnEnvironmentThatNobodyKnowsIsNotMade()
    {
        PlanResult result = DeployPlanner.Plan(Facts with { Environment = "prodution", IsProduction = false });

        Assert.Equal(["HF4144"], result.Codes());
    }

    [Fact]
    public void AnEnvironmentThatMissesByALetterIsNotMadeEither()
    {
        PlanResult result = DeployPlanner.Plan(
            Facts with
            {
                Environment = "Produktion",
                IsProduction = true,
                Environments = [new GitHubEnvironment(1, "production", "")],
            }
        );

        Refusal refusal = Assert.Single(Assert.IsType<PlanResult.Refused>(result).Refusals);
        Assert.Equal("HF4144", refusal.Code);
        Assert.Contains("'production'", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void ReviewersAreNotPassedByFromALaptop()
    {
        DeployFacts guarded = Facts with { Environments = [new GitHubEnvironment(1, "production", "") { Reviewers = ["bob"] }] };

        Assert.Equal(["HF4145"], DeployPlanner.Plan(guarded).Codes());
        Assert.IsType<PlanResult.Ready>(DeployPlanner.Plan(guarded with { RunUrl = ThisRun }));
    }

    [Fact]
    public void TheExceptionalLaneGoesThroughStagingFirst()
    {
        DeployFacts exceptional = Facts with { Release = Release with { Lane = Lane.Exceptional } };

        Assert.Equal(["HF4146"], DeployPlanner.Plan(exceptional).Codes());
        Assert.IsType<PlanResult.Ready>(DeployPlanner.Plan(exceptional with { RanInStaging = true }));
        Assert.IsType<PlanResult.Ready>(DeployPlanner.Plan(exceptional with { Environment = "hotfix-staging", IsProduction = false }));
    }

    [Fact]
    public void WhatProductionRanBeforeNeedsNoStaging()
    {
        DeployFacts back = With(Own(9, Before, DeploymentState.Succeeded), Own(8, Some.MergeCommit, DeploymentState.Succeeded)) with
        {
            Release = Release with { Lane = Lane.Exceptional },
        };

        Assert.IsType<PlanResult.Ready>(DeployPlanner.Plan(back));
    }

    [Fact]
    public void WhatGitHubRecordsForOurOwnJobIsNoDeploymentOfSomethingElse()
    {
        Deployment job = Foreign(10, Some.BaseTip, DeploymentState.InProgress, $"{ThisRun}/job/3");

        PlanResult first = DeployPlanner.Plan(With(job) with { RunUrl = ThisRun });
        PlanResult again = DeployPlanner.Plan(With(job, Own(9, Some.MergeCommit, DeploymentState.Succeeded)) with { RunUrl = ThisRun });

        Assert.Equal("RequestDeployment PerformDeployment ReportDeployment", first.Steps());
        Assert.Equal("RequestDeployment ReportDeployment", again.Steps());
    }

    private static PlanStep.RequestDeployment Request(PlanResult result) =>
        Assert.IsType<PlanStep.RequestDeployment>(Assert.IsType<PlanResult.Ready>(result).Steps[0]);
}
