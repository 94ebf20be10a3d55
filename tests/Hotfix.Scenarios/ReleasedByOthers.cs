using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>The team has a release process of its own: the hotfix goes through it, and its end is what counts.</summary>
public sealed class ReleasedByOthers : IAsyncLifetime
{
    private static readonly string[] Waiting = ["--poll-interval", "1s", "--check-grace", "0s"];
    private HotfixLab _lab = null!;
    private string _tip = "";

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.MoveMain(
            ".github/workflows/release.yml",
            """
            name: release
            run-name: release ${{ inputs.sha }} ${{ inputs.correlation-id }}
            on:
              workflow_dispatch:
                inputs:
                  ref:
                    type: string
                  sha:
                    type: string
                  correlation-id:
                    type: string
            jobs: { release: { runs-on: ubuntu-latest, steps: [ { run: "true" } ] } }

            """
        );
        _tip = _lab.MainTip();
        await _lab.ReportAsync(_tip);
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task StartsTheTeamsWorkflowOnceAndFollowsThatRunToItsEnd()
    {
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "dispatch", .. Waiting]);
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun started = await StartedAsync();
        await ReportAsync(started.Id, new WorkflowRunReport("in_progress") { Jobs = [new WorkflowJobReport("publish", null)] });
        await run.ShouldPrintAsync("publish: in progress");
        Tag("v1.5.0");
        await ReportAsync(started.Id, new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("publish", "success")] });

        (await run.EndAsync()).ShouldExitWith(0);

        Assert.Equal(_tip, started.Inputs["sha"]);
        Assert.Equal("main", started.Inputs["ref"]);
        (await _lab.RunAsync(["Release", "--release-strategy", "dispatch", .. Waiting])).ShouldExitWith(0);
        Assert.Single(await _lab.Server.ListRunsAsync(HotfixLab.FullName));
    }

    // The run has our id in its title, and not the tag; its deployment was taken for another release's.
    [Fact]
    public async Task TakesTheDeploymentOfThatRunForTheReleases()
    {
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "dispatch", .. Waiting]);
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun started = await StartedAsync();
        Tag("v1.5.0");
        await ReportAsync(
            started.Id,
            new WorkflowRunReport("completed", "success") { Jobs = [new WorkflowJobReport("production", "success") { Environment = "production" }] }
        );
        (await run.EndAsync()).ShouldExitWith(0);

        RunResult followed = await _lab.RunAsync(["AwaitDeploy", "--tag", "v1.5.0", .. Waiting]);

        Assert.Contains("found: production runs v1.5.0", followed.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsTheTagOfARunThatEndedBetweenTwoReads()
    {
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "dispatch", .. Waiting]);
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun started = await StartedAsync();
        int before = _lab.Server.Requests.Count;
        _lab.Server.Faults.Add(
            new Fault(FaultKind.Slow)
            {
                User = "engineer",
                Method = "GET",
                Path = "*/release.yml/runs",
                Delay = TimeSpan.FromSeconds(4),
            }
        );
        await ReportAsync(started.Id, new WorkflowRunReport("in_progress"));
        await AskedAsync(before);
        Tag("v1.5.0");
        await ReportAsync(started.Id, new WorkflowRunReport("completed", "success"));

        RunResult released = await run.EndAsync();

        Assert.Contains("is released as v1.5.0", released.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsTheLastLinesOfTheStepThatFailed()
    {
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "dispatch", .. Waiting]);
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun started = await StartedAsync();
        await ReportAsync(
            started.Id,
            new WorkflowRunReport("completed", "failure")
            {
                Jobs = [new WorkflowJobReport("publish", "failure") { Steps = [new WorkflowStepReport("Upload", "failure")], Log = "no space left\n" }],
            }
        );

        RunResult failed = await run.EndAsync();

        failed.ShouldExitWith(255);
        Assert.Contains("HF4117", failed.Output, StringComparison.Ordinal);
        Assert.True(failed.Output.Contains("publish | no space left", StringComparison.Ordinal), failed.Output);
    }

    [Fact]
    public async Task StartsARunThatWasCancelledInItsQueueOnceMoreAndNoOftener()
    {
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "dispatch", .. Waiting]);
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun first = await StartedAsync();
        await ReportAsync(first.Id, new WorkflowRunReport("completed", "cancelled"));
        StartedRun second = await StartedAsync(than: first.Id);
        await ReportAsync(second.Id, new WorkflowRunReport("completed", "cancelled"));

        RunResult ended = await run.EndAsync();

        ended.ShouldExitWith(255);
        Assert.Contains("HF4118", ended.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await _lab.Server.ListRunsAsync(HotfixLab.FullName)).Count);
    }

    [Fact]
    public async Task WaitsForTheTagThatSomethingElseSets()
    {
        RunResult early = await _lab.RunAsync(["Release", "--release-strategy", "await-tag", "--deadline", "0s", .. Waiting]);
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "await-tag", .. Waiting]);
        await run.ShouldPrintAsync("no release tag contains");
        Tag("v1.5.0");

        RunResult released = await run.EndAsync();

        early.ShouldExitWith(75);
        released.ShouldExitWith(0);
        Assert.Contains("is released as v1.5.0", released.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MergesThePullRequestOfReleasePleaseByTheRulesAndWaitsForItsTag()
    {
        using TempRepository bot = _lab.CloneTo("bot");
        bot.Git(["switch", "--quiet", "--create", "release-please--branches--main"]);
        string head = bot.Write("CHANGELOG.md", "1.5.0\n").Commit("chore(main): release 1.5.0", TempRepository.Day(21));
        _lab.Push(bot, "HEAD");
        await _lab.SendAsync(
            HttpMethod.Post,
            "owner",
            "pulls",
            new
            {
                title = "chore(main): release 1.5.0",
                head = "release-please--branches--main",
                @base = "main",
            }
        );
        using TargetRun run = _lab.Start(["Release", "--release-strategy", "release-please", .. Waiting]);
        await run.ShouldPrintAsync("0 of 1 approvals");
        await _lab.LetThroughAsync(head);
        await run.ShouldPrintAsync("no release pull request into main is open");
        Tag("v1.5.0");

        RunResult released = await run.EndAsync();

        released.ShouldExitWith(0);
        Assert.Equal(_lab.ServerRepository.Resolve("v1.5.0^{commit}"), _lab.MainTip());
        Assert.NotEqual(_tip, _lab.MainTip());
    }

    // The next look reads the remote's tags before it asks for the runs, whose answer is held back: git's request shows that it has begun.
    private async Task AskedAsync(int since)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (
            !_lab
                .Server.Requests.Snapshot()
                .Skip(since)
                .Any(request => request.User == "engineer" && request.Path.Contains("/check-runs", StringComparison.Ordinal))
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), timeout.Token);
        }
    }

    private void Tag(string name)
    {
        using TempRepository clone = _lab.CloneTo($"tagger-{Guid.NewGuid():N}");
        clone.Git(["tag", "--annotate", "--message", $"Release {name}", name], TempRepository.Day(22));
        _lab.Push(clone, name, "admin");
    }

    private Task ReportAsync(long run, WorkflowRunReport report) => _lab.Server.ReportRunAsync(HotfixLab.FullName, run, report);

    private async Task<StartedRun> StartedAsync(long than = 0)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if ((await _lab.Server.ListRunsAsync(HotfixLab.FullName)).FirstOrDefault(run => run.Id > than) is { } started)
                return started;

            await Task.Delay(TimeSpan.FromMilliseconds(100), timeout.Token);
        }
    }
}
