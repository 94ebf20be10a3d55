using System.Diagnostics;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Deploying;

/// <summary><c>Deploy</c> and <c>Verify</c> with a team's own command, against a system that answers what it runs.</summary>
public sealed class DeployedWithACommand : IAsyncLifetime
{
    private HotfixLab _lab = null!;
    private RunningSystem _system = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _system = new RunningSystem(Path.Combine(_lab.Home, "system"));
        await _lab.MakeEnvironmentAsync("production");
        await _lab.MakeEnvironmentAsync("hotfix-staging");
    }

    public async Task DisposeAsync()
    {
        _system.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task TwiceItIsDeployedOnceAndVerifiedTwice()
    {
        RunResult first = await DeployAsync("production", "v1.4.2");
        RunResult second = await DeployAsync("production", "v1.4.2");

        first.ShouldExitWith(0);
        second.ShouldExitWith(0);
        string sha = _lab.MainTip();
        Assert.Equal([$"success {sha}"], await _lab.DeploymentsAsync("production"));
        Assert.Equal([$"{sha} v1.4.2 1.4.2 standard"], _system.Told("production"));
        Assert.Contains("found: production runs v1.4.2", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("Verified: production runs v1.4.2", second.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledHalfWayTheNextRunGoesOnWithTheSameDeployment()
    {
        using (TargetRun run = _lab.Start("Deploy", "--environment", "production", "--tag", "v1.4.2", "--deploy-command", "echo be''gun; sleep 60"))
        {
            await run.ShouldPrintAsync("begun");
            run.Kill();
            await run.EndAsync();
        }

        string[] left = await _lab.DeploymentsAsync("production");

        (await DeployAsync("production", "v1.4.2")).ShouldExitWith(0);

        Assert.Equal([$"in_progress {_lab.MainTip()}"], left);
        Assert.Equal([$"success {_lab.MainTip()}"], await _lab.DeploymentsAsync("production"));
    }

    [Fact]
    public async Task AFailingCommandEndsWithItsLastLinesAndTheWayBack()
    {
        (await DeployAsync("production", "v1.4.2")).ShouldExitWith(0);
        string sha = _lab.Release("v1.4.3", "main", "Release v1.4.3");

        RunResult result = await _lab.RunAsync(
            "Deploy",
            "--environment",
            "production",
            "--tag",
            "v1.4.3",
            "--deploy-command",
            "echo image not found >&2; exit 3"
        );

        result.ShouldExitWith(255);
        Assert.Contains("HF4147", result.Output, StringComparison.Ordinal);
        Assert.Contains("exit code 3", result.Output, StringComparison.Ordinal);
        Assert.Contains("      | image not found", result.Output, StringComparison.Ordinal);
        Assert.Contains("./build.sh Rollback --to v1.4.2", result.Output, StringComparison.Ordinal);
        Assert.Equal($"failure {sha}", (await _lab.DeploymentsAsync("production"))[0]);
    }

    [Fact]
    public async Task TheExceptionalLaneReachesProductionOnlyThroughAStagingThatProvedItself()
    {
        string sha = _lab.Release("v1.4.3", "support/1.4", "Release v1.4.3\n\nHotfix-Lane: exceptional\n");

        RunResult tooEarly = await DeployAsync("production", "v1.4.3");
        RunResult notProven = await _lab.RunAsync([.. Arguments("hotfix-staging", "v1.4.3", "true"), "--verify-timeout", "1s"]);
        RunResult stillTooEarly = await DeployAsync("production", "v1.4.3");
        (await DeployAsync("hotfix-staging", "v1.4.3")).ShouldExitWith(0);
        (await DeployAsync("production", "v1.4.3")).ShouldExitWith(0);

        Assert.Contains("HF4146", tooEarly.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4151", notProven.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4146", stillTooEarly.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Equal([$"success {sha}"], await _lab.DeploymentsAsync("production"));
        Assert.EndsWith("exceptional", Assert.Single(_system.Told("production")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARehearsalShowsThePlanAndDeploysNothing()
    {
        RunResult result = await _lab.RunAsync([.. Arguments("production", "v1.4.2", _system.Command), "--dry-run"]);

        result.ShouldExitWith(0);
        Assert.Contains("plan: deploy v1.4.2", result.Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.DeploymentsAsync("production"));
        Assert.Empty(_system.Told("production"));
    }

    [Fact]
    public async Task AWorkflowIsToldTheReleaseInItsOutputFile()
    {
        string sha = _lab.Release("v1.4.3", "support/1.4", "Release v1.4.3\n\nHotfix-Lane: exceptional\n");
        string file = Path.Combine(_lab.Home, "output.txt");
        ProcessStartInfo command = _lab.Command(["DescribeRelease", "--tag", "v1.4.3"]);
        command.Environment["GITHUB_OUTPUT"] = file;

        using TargetRun run = _lab.Start(command);

        (await run.EndAsync()).ShouldExitWith(0);
        Assert.Equal(
            $"tag=v1.4.3\nsha={sha}\nversion=1.4.3\nlane=exceptional\nstaging=hotfix-staging\nproduction=production\n",
            await File.ReadAllTextAsync(file)
        );
    }

    [Fact]
    public async Task WithoutAWayToDeployItSaysHowToConfigureOne()
    {
        RunResult result = await _lab.RunAsync("Deploy", "--environment", "production");

        Assert.Contains("HF4143", result.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("public Task DeployAsync(DeployTarget target)", result.Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.DeploymentsAsync("production"));
    }

    private Task<RunResult> DeployAsync(string environment, string tag) => _lab.RunAsync(Arguments(environment, tag, _system.Command));

    private string[] Arguments(string environment, string tag, string command) =>
        [
            "Deploy",
            "Verify",
            "--environment",
            environment,
            "--tag",
            tag,
            "--deploy-command",
            command,
            "--verify-url",
            _system.HealthOf(environment),
            "--verify-timeout",
            "20s",
            "--verify-interval",
            "1s",
        ];
}
