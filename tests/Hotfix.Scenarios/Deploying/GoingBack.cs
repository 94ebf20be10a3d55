using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Deploying;

/// <summary><c>Rollback</c> from a release that broke production.</summary>
public sealed class GoingBack : IAsyncLifetime
{
    private HotfixLab _lab = null!;
    private RunningSystem _system = null!;
    private string _good = "";

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _system = new RunningSystem(Path.Combine(_lab.Home, "system"));
        await _lab.MakeEnvironmentAsync("production");
        _good = _lab.MainTip();
        (await DeployAsync("v1.4.2")).ShouldExitWith(0);
    }

    public async Task DisposeAsync()
    {
        _system.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task TwiceItGoesBackOnceLocksOnceAndProposesOneRevert()
    {
        string bad = await BreakAsync();

        RunResult first = await RollbackAsync("--reason", "checkout is down");
        RunResult second = await RollbackAsync();

        first.ShouldExitWith(0);
        second.ShouldExitWith(0);
        Assert.Equal([$"success {_good}", $"success {bad}", $"success {_good}"], await _lab.DeploymentsAsync("production"));
        JsonNode issue = Assert.Single(await _lab.ListAsync("issues?labels=release-lock"))!;
        Assert.Contains("checkout is down", issue["body"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode pull = Assert.Single(await _lab.ListAsync("pulls"))!;
        Assert.Equal(
            ("revert/v1.4.3", "main", false),
            (pull["head"]!["ref"]!.GetValue<string>(), pull["base"]!["ref"]!.GetValue<string>(), pull["draft"]!.GetValue<bool>())
        );
        Assert.Equal(_lab.ServerRepository.Resolve("v1.4.2^{tree}"), _lab.ServerRepository.Resolve("revert/v1.4.3^{tree}"));
        Assert.Equal($"Back: production runs v1.4.2 ({_good[..8]}); releases are locked until ./build.sh Rollback --unlock", second.LastLine);
        await ShouldUnlockAsync();
    }

    [Fact]
    public async Task WhereCommitsMayOnlyComeSignedTheRevertIsSignedByGitHubForTheApp()
    {
        const string App = "shop-hotfix[bot]";
        await BreakAsync();
        _lab.Server.AddRuleset(
            HotfixLab.FullName,
            new Ruleset("signed") { Include = ["refs/heads/main", "refs/heads/revert/**"], Rules = [new RulesetRule.RequiredSignatures()] }
        );

        RunResult back = await _lab.RunAsAsync(App, [.. Rollback, "--reason", "checkout is down"]);

        back.ShouldExitWith(0);
        string commit = _lab.ServerRepository.Git(["cat-file", "commit", "revert/v1.4.3"]);
        Assert.Contains($"author {App} <", commit, StringComparison.Ordinal);
        Assert.Contains("gpgsig -----BEGIN SSH SIGNATURE-----", commit, StringComparison.Ordinal);
        Assert.Equal(_lab.ServerRepository.Resolve("v1.4.2^{tree}"), _lab.ServerRepository.Resolve("revert/v1.4.3^{tree}"));
    }

    [Fact]
    public async Task WhereNothingDeploysNothingIsChanged()
    {
        await BreakAsync();

        RunResult result = await _lab.RunAsync("Rollback");

        Assert.Contains("HF4163", result.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.ListAsync("issues?labels=release-lock"));
        Assert.Empty(await _lab.ListAsync("pulls"));
    }

    [Fact]
    public async Task PastAMigrationOnlyWithAReason()
    {
        await BreakAsync("db/migrations/7.sql");

        RunResult refused = await RollbackAsync();
        RunResult forced = await RollbackAsync("--anyway", "it only adds a column");

        Assert.Contains("HF4164", refused.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("db/migrations/7.sql", refused.Output, StringComparison.Ordinal);
        forced.ShouldExitWith(0);
        Assert.Contains(
            "it only adds a column",
            Assert.Single(await _lab.ListAsync("issues?labels=release-lock"))!["body"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatChangedSinceMakesTheRevertADraft()
    {
        await BreakAsync();
        _lab.MoveMain("src/checkout.txt", "changed again");

        (await RollbackAsync()).ShouldExitWith(0);

        JsonNode pull = Assert.Single(await _lab.ListAsync("pulls"))!;
        Assert.True(pull["draft"]!.GetValue<bool>());
        Assert.Contains("`src/checkout.txt`", pull["body"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThroughTheTeamsWorkflowItIsStartedForThisRollback()
    {
        await BreakAsync();
        _lab.MoveMain(".github/workflows/release.yml", DeployedByAWorkflow.Workflow);
        using TargetRun run = _lab.Start("Rollback", "--deploy-workflow", "release.yml", "--poll-interval", "1s");
        await run.ShouldPrintAsync("done: start release.yml");
        StartedRun started = Assert.Single(await _lab.Server.ListRunsAsync(HotfixLab.FullName));
        await RecordAsync(_good);
        await _lab.ReportRunAsync(started.Id, new WorkflowRunReport("completed", "success"));

        (await run.EndAsync()).ShouldExitWith(0);

        Assert.Equal("v1.4.2", started.Inputs["tag"]);
        Assert.StartsWith("rollback-", started.Inputs["correlation-id"], StringComparison.Ordinal);
        Assert.Single(await _lab.ListAsync("pulls"));
    }

    private async Task ShouldUnlockAsync()
    {
        (await _lab.RunAsync("Rollback", "--unlock", "--reason", "v1.4.4 is out")).ShouldExitWith(0);
        RunResult again = await _lab.RunAsync("Rollback", "--unlock");

        Assert.Contains("no issue locks releases", again.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.ListAsync("issues?labels=release-lock"));
    }

    // What the workflow's own './build.sh Deploy' does.
    private async Task RecordAsync(string sha)
    {
        JsonNode made = (
            await _lab.SendAsync(
                HttpMethod.Post,
                "ci",
                "deployments",
                new
                {
                    @ref = sha,
                    environment = "production",
                    auto_merge = false,
                    required_contexts = Array.Empty<string>(),
                    payload = new { hotfix = "v1.4.2/2" },
                }
            )
        )!;
        await _lab.SendAsync(HttpMethod.Post, "ci", $"deployments/{made["id"]}/statuses", new { state = "success" });
    }

    private async Task<string> BreakAsync(string file = "src/checkout.txt")
    {
        string bad = _lab.Release("v1.4.3", "main", "Release v1.4.3", file);
        (await DeployAsync("v1.4.3")).ShouldExitWith(0);
        return bad;
    }

    private Task<RunResult> DeployAsync(string tag) =>
        _lab.RunAsync("Deploy", "--environment", "production", "--tag", tag, "--deploy-command", _system.Command);

    private string[] Rollback => ["Rollback", "--deploy-command", _system.Command, "--health-url", _system.HealthOf("production"), "--verify-timeout", "20s"];

    private Task<RunResult> RollbackAsync(params string[] more) => _lab.RunAsync([.. Rollback, .. more]);
}
