using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Workflows;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Local;

public class WorkflowThatIsDispatched
{
    private const string Release = """
        name: Release
        run-name: release ${{ inputs.ref }} ${{ inputs.correlation-id }}
        on:
          workflow_dispatch:
            inputs:
              ref:
                type: string
                required: true
              correlation-id:
                type: string
          repository_dispatch:
        """;

    private static readonly WorkflowDispatch Dispatch = new(
        "release.yml",
        BranchName.Parse("main"),
        new Dictionary<string, string> { ["ref"] = "v1.0.1" },
        "hotfix-0001"
    );

    [Fact]
    public async Task IsTheVeryRunThatGitHubNames()
    {
        await using Shop shop = await StartAsync();
        var workflows = new WorkflowCalls(shop.Connect("ada"));

        WorkflowRun run = await workflows.DispatchAsync(Dispatch, CancellationToken.None);
        WorkflowRun again = await workflows.DispatchAsync(Dispatch, CancellationToken.None);

        Assert.Equal(("release v1.0.1 hotfix-0001", RunState.Queued, "workflow_dispatch", "main"), (run.Title, run.State, run.Event, run.HeadBranch));
        Assert.Equal(run.Id, again.Id);
        Assert.Equal(run.Id, Assert.Single(await shop.Server.ListRunsAsync(Shop.Repository)).Id);
        Assert.Equal("release.yml", Assert.Single(await workflows.ListAsync(CancellationToken.None)).FileName);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.TruncatedBody)]
    [InlineData(FaultKind.ResetBefore)]
    public async Task StartsOnceThoughTheAnswerIsLost(FaultKind kind)
    {
        await using Shop shop = await StartAsync();
        var workflows = new WorkflowCalls(shop.Connect("ada"));
        shop.Server.Faults.Add(new Fault(kind) { Method = "POST", Path = "/repos/acme/shop/actions/workflows/*/dispatches" });

        WorkflowRun run = await workflows.DispatchAsync(Dispatch, CancellationToken.None);

        Assert.Equal(run.Id, Assert.Single(await shop.Server.ListRunsAsync(Shop.Repository)).Id);
    }

    [Theory]
    [InlineData("other.yml", "v1")]
    [InlineData("release.yml", "")]
    public async Task IsRefusedWithWhatItTakes(string file, string input)
    {
        await using Shop shop = await StartAsync();
        var workflows = new WorkflowCalls(shop.Connect("ada"));
        WorkflowDispatch dispatch = Dispatch with
        {
            File = file,
            Inputs = new Dictionary<string, string> { ["ref"] = input },
        };

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() => workflows.DispatchAsync(dispatch, CancellationToken.None));

        Assert.Equal("HF3102", refused.Code);
        Assert.Contains("ref, correlation-id", refused.Refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAFileThatMissesByALetterNamesTheNearOne()
    {
        await using Shop shop = await StartAsync();
        var workflows = new WorkflowCalls(shop.Connect("ada"));

        HotfixException refused = await Assert.ThrowsAsync<HotfixException>(() =>
            workflows.DispatchAsync(Dispatch with { File = "Relaese.yml" }, CancellationToken.None)
        );

        Assert.Equal("HF3102", refused.Code);
        Assert.StartsWith("There is release.yml", refused.Refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsItsJobsItsGateAndItsLastWords()
    {
        await using Shop shop = await StartAsync();
        await new Environments(shop.Connect("acme")).EnsureAsync(new GitHubEnvironment(0, "production", "") { Reviewers = ["grace"] }, CancellationToken.None);
        var workflows = new WorkflowCalls(shop.Connect("ada"));
        long id = (await workflows.DispatchAsync(Dispatch, CancellationToken.None)).Id;

        await shop.Server.ReportRunAsync(
            Shop.Repository,
            id,
            new WorkflowRunReport("waiting") { WaitsFor = ["production"], Jobs = [new WorkflowJobReport("deploy", null) { Status = "waiting" }] }
        );
        WorkflowRun waiting = (await workflows.FindRunAsync(id, CancellationToken.None))!;
        RunGate gate = Assert.Single(await workflows.ListGatesAsync(id, CancellationToken.None));
        await shop.Server.ReportRunAsync(
            Shop.Repository,
            id,
            new WorkflowRunReport("completed", "failure")
            {
                Jobs = [new WorkflowJobReport("deploy", "failure") { Steps = [new("Push", "failure")], Log = "no such feed\n" }],
            }
        );
        WorkflowJob job = Assert.Single(await workflows.ListJobsAsync(id, CancellationToken.None));

        Assert.Equal((RunState.Waiting, false), (waiting.State, waiting.IsOver));
        Assert.Equal(("production", false), (gate.Environment, gate.CanApprove));
        Assert.Equal(["grace"], gate.Reviewers);
        Assert.Equal((RunState.Failed, "Push", true), (job.State, job.Step, job.HasStarted));
        Assert.Equal(["no such feed"], await workflows.ReadFailureAsync(job, 5, CancellationToken.None));
    }

    [Fact]
    public async Task IsStoppedAndRunAgainOnce()
    {
        await using Shop shop = await StartAsync();
        var workflows = new WorkflowCalls(shop.Connect("ada"));
        long id = (await workflows.DispatchAsync(Dispatch, CancellationToken.None)).Id;

        await workflows.CancelAsync(id, CancellationToken.None);
        await workflows.CancelAsync(id, CancellationToken.None);
        WorkflowRun stopped = (await workflows.FindRunAsync(id, CancellationToken.None))!;
        shop.Server.Faults.Add(new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "/repos/acme/shop/actions/runs/*/rerun-failed-jobs" });
        await workflows.RerunFailedAsync(id, attempt: 1, CancellationToken.None);
        await workflows.RerunFailedAsync(id, attempt: 1, CancellationToken.None);

        WorkflowRun now = Assert.Single(await workflows.ListRunsAsync("release.yml", 10, CancellationToken.None));
        Assert.Equal((RunState.Cancelled, RunState.Queued, 2), (stopped.State, now.State, now.Attempt));
    }

    [Fact]
    public async Task AlsoListensToAnEvent()
    {
        await using Shop shop = await StartAsync();

        await new WorkflowCalls(shop.Connect("ada")).SendEventAsync("release", new Dictionary<string, string> { ["sha"] = "1" }, CancellationToken.None);

        Assert.Equal("repository_dispatch", Assert.Single(await shop.Server.ListRunsAsync(Shop.Repository)).Event);
    }

    private static async Task<Shop> StartAsync()
    {
        Shop shop = await Shop.StartAsync();
        shop.Work.Git(["checkout", "--quiet", "main"]);
        shop.Work.CommitFile(".github/workflows/release.yml", Release, "ci: release", TempRepository.Day(2));
        shop.Work.Git(["push", "--quiet", "origin", "main"]);
        return shop;
    }
}
