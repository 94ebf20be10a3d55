using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class RunOfAWorkflow
{
    [Theory]
    [InlineData(RunState.Queued, true, "Running")]
    [InlineData(RunState.InProgress, true, "Running")]
    [InlineData(RunState.Waiting, true, "Held")]
    [InlineData(RunState.Succeeded, true, "Succeeded")]
    [InlineData(RunState.Skipped, true, "Failed")]
    [InlineData(RunState.Failed, false, "Failed")]
    [InlineData(RunState.Cancelled, false, "Dropped")]
    [InlineData(RunState.Cancelled, true, "Stopped")]
    internal void StandsWhereItsStateAndItsJobsSay(RunState state, bool hasStarted, string verdict)
    {
        RunVerdict found = RunAssessment.Assess(Run(state), [Job("deploy", state) with { HasStarted = hasStarted }], []);

        Assert.Equal(verdict, found.GetType().Name);
    }

    [Fact]
    public void ShowsItsJobsWithTheStepThatCounts()
    {
        RunVerdict found = RunAssessment.Assess(Run(RunState.InProgress), [Job("build", RunState.Succeeded), Job("deploy", RunState.InProgress, "Push")], []);

        Assert.Equal(["build: succeeded", "deploy: inprogress (Push)"], Assert.IsType<RunVerdict.Running>(found).Lines);
    }

    [Fact]
    public void NamesTheJobsThatFailed()
    {
        WorkflowJob deploy = Job("deploy", RunState.Failed, "Push");

        RunVerdict found = RunAssessment.Assess(Run(RunState.Failed), [Job("build", RunState.Succeeded), deploy, Job("verify", RunState.Skipped)], []);

        Assert.Equal([deploy], Assert.IsType<RunVerdict.Failed>(found).Jobs);
    }

    [Fact]
    public void SaysWhoOrWhatLetsItThrough()
    {
        RunGate[] gates =
        [
            new(1, "production", ["ada", "acme/on-call"], CanApprove: true, TimeSpan.Zero, null),
            new(2, "staging", [], CanApprove: false, TimeSpan.FromMinutes(30), Some.Day(0)),
        ];

        RunVerdict found = RunAssessment.Assess(Run(RunState.Waiting), [], gates);

        Assert.Equal(
            [
                "environment 'production' holds the run; cleared by ada or acme/on-call, and this credential can: https://x/1",
                "environment 'staging' holds the run; cleared by its timer, at 2026-01-01 09:30:00Z: https://x/1",
            ],
            Assert.IsType<RunVerdict.Held>(found).Waits.Select(wait => wait.ToString())
        );
        Assert.Equal([true, false], ((RunVerdict.Held)found).Waits.Select(wait => wait.IsPerson));
    }

    private static WorkflowRun Run(RunState state) => new(1, "Release", "release", state, state.ToString(), Some.BaseTip, "https://x/1", Some.Day(0));

    private static WorkflowJob Job(string name, RunState state, string step = "") =>
        new(1, name, state, state.ToString().ToLowerInvariant(), "https://x/1/2", step) { HasStarted = true };
}
