using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Deploying;

namespace Hotfix.Core.Tests.Planning;

public sealed class InputsOfATeamsWorkflow
{
    private static readonly StartedWorkflow Deploying = new("deploy.yml", "--deploy-inputs", new Dictionary<string, string> { ["versoin"] = "{version}" });

    [Fact]
    public void AreFilledInForADeployment()
    {
        PlanResult result = AwaitDeployPlanner.Plan(
            Nothing("version={version}", "what={branch} at {sha}", "tag={tag}") with
            {
                Taken = Takes("deploy.yml", "version", "what", "tag", "correlation-id"),
            }
        );

        var step = Assert.IsType<PlanStep.StartDeployWorkflow>(Assert.Single(Assert.IsType<PlanResult.Ready>(result).Steps));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["version"] = "1.4.3",
                ["what"] = $"main at {SomeDeployment.Release.Commit}",
                ["tag"] = "v1.4.3",
            },
            step.Inputs
        );
        Assert.Equal("correlation-id", step.CorrelationInput);
    }

    [Fact]
    public void GetNoCorrelationIdWhereTheFileTakesNone()
    {
        PlanResult result = AwaitDeployPlanner.Plan(Nothing("version={version}") with { Taken = Takes("deploy.yml", "version") });

        Assert.Null(Assert.IsType<PlanStep.StartDeployWorkflow>(Assert.Single(Assert.IsType<PlanResult.Ready>(result).Steps)).CorrelationInput);
    }

    [Fact]
    public void AreRefusedWithTheNearNameWhereTheFileDoesNotTakeThem()
    {
        Refusal refusal = Assert.Single(WorkflowInputs.Refusals(Deploying, Takes("deploy.yml", "version", "!channel")));

        Assert.Equal("HF4166", refusal.Code);
        Assert.Contains("does not take the input versoin", refusal.What, StringComparison.Ordinal);
        Assert.Contains("version may be meant", refusal.Next, StringComparison.Ordinal);
        Assert.Contains("--deploy-inputs \"version={version},channel=…\"", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void AreRefusedWhereOneIsDemandedThatNobodyFillsIn()
    {
        StartedWorkflow started = Deploying with { Inputs = new Dictionary<string, string> { ["version"] = "{version}" } };

        Assert.Equal("HF4167", Assert.Single(WorkflowInputs.Refusals(started, Takes("deploy.yml", "version", "!channel"))).Code);
        Assert.Empty(WorkflowInputs.Refusals(started, Takes("deploy.yml", "version", "channel", "!correlation-id")));
        Assert.Empty(WorkflowInputs.Refusals(started, taken: null));
    }

    [Fact]
    public void NeedAFileThatCanBeStarted()
    {
        Refusal missing = Assert.Single(
            WorkflowInputs.Refusals(Deploying, new DispatchInputs("deploy.yml", Inputs: null) { Instead = ["deploy.yaml", "ci.yml"] })
        );
        Refusal untriggered = Assert.Single(WorkflowInputs.Refusals(Deploying, new DispatchInputs("deploy.yml", Inputs: null)));

        Assert.Contains("deploy.yaml may be meant", missing.Next, StringComparison.Ordinal);
        Assert.Contains("no trigger 'workflow_dispatch'", untriggered.Why, StringComparison.Ordinal);
        Assert.Equal(["HF4165", "HF4165"], [missing.Code, untriggered.Code]);
    }

    [Theory]
    [InlineData(Stage.Branch)]
    [InlineData(Stage.PullRequest)]
    [InlineData(Stage.Merge)]
    public void StopAHotfixBeforeAnythingIsWritten(Stage stage)
    {
        Snapshot snapshot = Some.Mergeable with { Workflows = [Takes("deploy.yml", "version")] };

        PlanResult result = HotfixPlanner.Plan(stage, Some.Request with { Starts = [Deploying] }, snapshot);

        Assert.Equal(["HF4166"], result.Codes());
    }

    [Fact]
    public void OfAReleaseWorkflowHaveTheVersionAndTheTagThatItIsToMake()
    {
        Dictionary<string, string> told = new()
        {
            ["version"] = "{version}",
            ["tag"] = "{tag}",
            ["branch"] = "{branch}",
        };
        Snapshot snapshot = Some.Releasable with { Workflows = [Takes("release.yml", "!version", "tag", "branch")] };
        HotfixRequest request = Some.Request with { Release = new ReleaseSettings(ReleaseStrategy.Dispatch) { Inputs = told } };

        var ready = Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.Release, request, snapshot));
        PlanResult unknown = HotfixPlanner.Plan(Stage.Release, request, snapshot with { Release = snapshot.Release! with { Version = null } });

        WorkflowDispatch workflow = Assert.IsType<PlanStep.StartRelease>(Assert.Single(ready.Steps)).Workflow;
        string version = snapshot.Release!.Version!.MajorMinorPatch.ToString();
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["version"] = version,
                ["tag"] = $"v{version}",
                ["branch"] = "main",
            },
            workflow.Inputs
        );
        Assert.Null(workflow.CorrelationInput);
        Assert.Equal(["HF4168"], unknown.Codes());
    }

    [Fact]
    public void HaveOnlyPlacesThatAreFilledIn()
    {
        HotfixException refused = Assert.Throws<HotfixException>(() =>
            StartedWorkflow.Checked("--deploy-inputs", new Dictionary<string, string> { ["version"] = "{versoin}" })
        );

        Assert.Equal("HF1047", refused.Code);
        Assert.Contains("--deploy-inputs \"version={version}\"", refused.Refusal.Next, StringComparison.Ordinal);
        Assert.NotEmpty(StartedWorkflow.Checked("--deploy-inputs", new Dictionary<string, string> { ["payload"] = "{\"a\": 1}" }));
    }

    // Of a workflow without a correlation id nothing names the run: its time, and what it does not name, have to do.
    [Theory]
    [InlineData("Deploy", 3, true)]
    [InlineData("Deploy 1.4.3", 3, true)]
    [InlineData("Deploy 1.5.0", 3, false)]
    [InlineData("Deploy", 1, false)]
    public void MayBeOfARunThatNamesNoOther(string title, int day, bool isOurs)
    {
        var run = new WorkflowRun(1, "deploy", title, RunState.InProgress, "in_progress", Some.BaseTip, "", Some.Day(day))
        {
            Event = WorkflowRun.Dispatched,
            HeadBranch = "main",
        };

        Assert.Equal(
            isOurs,
            RunOfRelease.MayBeFor(run, SomeDeployment.Release, Some.Day(2)) || RunOfRelease.IsFor(run, RunOfRelease.Deploy, SomeDeployment.Release)
        );
    }

    private static AwaitDeployFacts Nothing(params string[] inputs) =>
        new()
        {
            TakenAt = Some.Day(3),
            Since = Some.Day(2),
            Release = SomeDeployment.Release,
            Environment = "production",
            DefaultBranch = Some.Main,
            Workflow = "deploy.yml",
            Inputs = RequestParser.Pairs("--deploy-inputs", inputs),
        };

    // An exclamation mark stands before what has to be sent.
    private static DispatchInputs Takes(string file, params string[] names) =>
        new(file, names.ToDictionary(name => name.TrimStart('!'), name => name.StartsWith('!')));
}
