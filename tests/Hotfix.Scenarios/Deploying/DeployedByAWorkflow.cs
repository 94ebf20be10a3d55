using System.Diagnostics;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Deploying;

/// <summary><c>AwaitDeploy</c>: somebody else deploys, and it is followed to its end.</summary>
public sealed class DeployedByAWorkflow : IAsyncLifetime
{
    internal const string Workflow = """
        name: release
        run-name: release ${{ inputs.tag }} ${{ inputs.correlation-id }}
        on:
          push:
            tags: ["v*"]
          workflow_dispatch:
            inputs:
              tag:
                required: true
              correlation-id:
                default: ""
        jobs: {}
        """;

    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.MoveMain(".github/workflows/release.yml", Workflow);
        await _lab.MakeGuardedEnvironmentAsync("production", "reviewer");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task InCIAGateIsNamedAndNotWaitedFor()
    {
        long run = await _lab.StartRunAsync("release.yml", "v1.4.2");
        await _lab.ReportRunAsync(run, new WorkflowRunReport("waiting") { WaitsFor = ["production"] });

        RunResult held = await InCIAsync("AwaitDeploy", "--tag", "v1.4.2");
        await _lab.ReportRunAsync(
            run,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("production", "success") { Environment = "production" }] }
        );
        RunResult done = await InCIAsync("AwaitDeploy", "--tag", "v1.4.2");

        Assert.Contains("environment 'production' holds the run; cleared by reviewer", held.ShouldExitWith(75).LastLine, StringComparison.Ordinal);
        Assert.Contains("found: production runs v1.4.2", done.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatEndsBetweenTwoReadsIsAskedOnceMoreWhatItDeployed()
    {
        using TargetRun run = _lab.Start("AwaitDeploy", "--tag", "v1.4.2", "--deploy-workflow", "release.yml", "--check-grace", "0s", "--poll-interval", "2s");
        await run.ShouldPrintAsync("waiting");
        _lab.Server.Faults.Add(
            new Fault(FaultKind.StaleRead)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/deployments",
                After = "POST */deployments",
                Count = 2,
            }
        );
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        await _lab.ReportRunAsync((await RunsAsync())[0].Id, new WorkflowRunReport("completed", "success"));

        RunResult result = await run.EndAsync();

        Assert.Contains("found: production runs v1.4.2", result.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItIsStartedWhenNothingBeginsOnceMoreWhenItWasDroppedAndFollowedToItsFailure()
    {
        using TargetRun run = _lab.Start("AwaitDeploy", "--tag", "v1.4.2", "--deploy-workflow", "release.yml", "--check-grace", "0s", "--poll-interval", "1s");
        await run.ShouldPrintAsync("done: start release.yml");
        await _lab.ReportRunAsync((await RunsAsync())[0].Id, new WorkflowRunReport("completed", "cancelled"));
        await run.ShouldPrintAsync("it is started again");
        await run.ShouldPrintAsync("-2)");
        StartedRun second = await SecondAsync();
        await _lab.ReportRunAsync(
            second.Id,
            new WorkflowRunReport("completed", "failure")
            {
                Jobs =
                [
                    new WorkflowJobReport("production", "failure")
                    {
                        Environment = "production",
                        Steps = [new WorkflowStepReport("Deploy", "failure")],
                        Log = "Run deploy\nimage not found\n",
                    },
                ],
            }
        );

        RunResult result = await run.EndAsync();

        Assert.Contains("HF4152", result.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("production (Deploy)", result.Output, StringComparison.Ordinal);
        Assert.Contains("image not found", result.Output, StringComparison.Ordinal);
        Assert.Equal("v1.4.2", second.Inputs["tag"]);
        Assert.Equal(2, (await RunsAsync()).Count);
    }

    [Fact]
    public async Task ItIsToldWhatTheTeamCallsItAndFoundAgainWithoutAnIdOfOurs()
    {
        _lab.MoveMain(
            ".github/workflows/deploy.yml",
            "name: deploy\non:\n  workflow_dispatch:\n    inputs:\n      version:\n        required: true\njobs: {}\n"
        );
        string[] follow = ["AwaitDeploy", "--tag", "v1.4.2", "--deploy-workflow", "deploy.yml", "--check-grace", "0s", "--poll-interval", "1s"];
        int writes = _lab.Writes();

        RunResult misspelt = await _lab.RunAsync([.. follow, "--deploy-inputs", "versoin={version}"]);
        RunResult unset = await _lab.RunAsync(follow);
        Assert.Equal(writes, _lab.Writes());
        using TargetRun run = _lab.Start([.. follow, "--deploy-inputs", "version={version}"]);
        await run.ShouldPrintAsync("done: start deploy.yml");
        StartedRun started = Assert.Single(await RunsAsync());
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        await _lab.ReportRunAsync(started.Id, new WorkflowRunReport("completed", "success"));
        RunResult result = await run.EndAsync();
        (await _lab.RunAsync([.. follow, "--deploy-inputs", "version={version}"])).ShouldExitWith(0);

        Assert.Contains("version may be meant", misspelt.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("--deploy-inputs \"version={version}\"", unset.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("found: production runs v1.4.2", result.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Equal(["1.4.2"], started.Inputs.Values);
        Assert.Single(await RunsAsync());
    }

    // Every job with 'environment: production' leaves a deployment of the default branch's tip; what runs, the team writes into a variable.
    [Fact]
    public async Task WhereAVariableSaysWhatRunsItProvesTheReleaseAndTheDeploymentsOfJobsDoNot()
    {
        _lab.MoveMain(
            ".github/workflows/deploy.yml",
            "name: deploy\non:\n  workflow_dispatch:\n    inputs:\n      version:\n        required: true\njobs: {}\n"
        );
        await _lab.SendAsync(HttpMethod.Post, "admin", "actions/variables", new { name = "DEPLOYED_VERSION", value = "1.4.1" });
        string[] follow =
        [
            "AwaitDeploy",
            "--tag",
            "v1.4.2",
            "--deploy-workflow",
            "deploy.yml",
            "--deploy-inputs",
            "version={version}",
            "--production-source",
            "variable",
            "--production-variable",
            "DEPLOYED_VERSION",
            "--check-grace",
            "0s",
            "--poll-interval",
            "1s",
        ];
        using TargetRun run = _lab.Start(follow);
        await run.ShouldPrintAsync("done: start deploy.yml");
        StartedRun started = Assert.Single(await RunsAsync());
        await _lab.ReportRunAsync(
            started.Id,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("migrate", "success") { Environment = "production" }] }
        );

        RunResult unproven = await run.EndAsync();
        await _lab.SendAsync(HttpMethod.Patch, "admin", "actions/variables/DEPLOYED_VERSION", new { value = "1.4.2" });
        RunResult proven = await _lab.RunAsync(follow);

        Assert.Contains("HF4154", unproven.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("variable DEPLOYED_VERSION says 1.4.1", unproven.Output, StringComparison.Ordinal);
        Assert.Contains("found: production runs v1.4.2", proven.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("variable DEPLOYED_VERSION says 1.4.2", proven.Output, StringComparison.Ordinal);
        Assert.Single(await RunsAsync());
    }

    [Fact]
    public async Task AHotfixStopsBeforeItsBranchWhereTheWorkflowWouldRefuseWhatItIsTold()
    {
        string before = _lab.RemoteRefs();

        RunResult refused = await _lab.HotfixAsync("--deploy-workflow", "release.yml", "--deploy-inputs", "tga={tag}");

        Assert.Contains("HF4166", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("tag may be meant", refused.Output, StringComparison.Ordinal);
        Assert.Equal(before, _lab.RemoteRefs());
        Assert.Equal("main", _lab.Clone.Git(["branch", "--show-current"]).Trim());
    }

    [Fact]
    public async Task NobodyAtItIsNotWaitedFor()
    {
        RunResult result = await _lab.RunAsync("AwaitDeploy", "--tag", "v1.4.2", "--check-grace", "0s");

        Assert.Contains("who deploys?", result.ShouldExitWith(75).LastLine, StringComparison.Ordinal);
    }

    private async Task<StartedRun> SecondAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await RunsAsync() is [_, var second])
                return second;

            await Task.Delay(TimeSpan.FromMilliseconds(50), timeout.Token);
        }
    }

    private Task<IReadOnlyList<StartedRun>> RunsAsync() => _lab.Server.ListRunsAsync(HotfixLab.FullName);

    private async Task<RunResult> InCIAsync(params string[] arguments)
    {
        ProcessStartInfo command = _lab.Command(arguments);
        command.Environment["GITHUB_ACTIONS"] = "true";
        using TargetRun run = _lab.Start(command);
        return await run.EndAsync();
    }
}
