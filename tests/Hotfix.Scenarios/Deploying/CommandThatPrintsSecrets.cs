using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;
using Hotfix.Scenarios.Telling;

namespace Hotfix.Scenarios.Deploying;

/// <summary>What a team's command prints stays in the log, whatever it is; the lab's witness sees to the token itself.</summary>
public sealed class CommandThatPrintsSecrets : IAsyncLifetime
{
    private const string Password = "only-the-team-knows-it";
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        string fix = await OpenAsync();
        await _lab.LetThroughAsync(fix);
        (await _lab.HotfixAsync()).ShouldExitWith(0);

        // Only now: before, the hotfix itself would wait for a deployment there.
        await _lab.MakeEnvironmentAsync("production");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task OfADeploymentThatFailsLeavesTheCodeInTheThread()
    {
        RunResult result = await RunAsync("Deploy", "--deploy-command", "set -x; : $GITHUB_TOKEN $TEAM_PASSWORD; exit 3");

        result.ShouldExitWith(255);
        Assert.Contains(Password, result.Output, StringComparison.Ordinal);
        string told = await ToldAsync();
        Assert.Contains("HF4147", told, StringComparison.Ordinal);
        Assert.Contains("exit code 3", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAVerificationThatFailsLeavesTheCodeInTheThread()
    {
        (await RunAsync("Deploy", "--deploy-command", "true")).ShouldExitWith(0);

        RunResult result = await RunAsync("Verify", "--verify-command", "echo $GITHUB_TOKEN $TEAM_PASSWORD; exit 4", "--verify-timeout", "0s");

        result.ShouldExitWith(255);
        Assert.Contains(Password, result.Output, StringComparison.Ordinal);
        string told = await ToldAsync();
        Assert.Contains("exit code 4", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, told, StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync()
    {
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync("--deadline", "0s")).ShouldExitWith(75);
        return fix;
    }

    private async Task<RunResult> RunAsync(string target, params string[] more)
    {
        ProcessStartInfo command = _lab.Command([target, "--environment", "production", "--tag", "v1.4.3", .. more]);
        command.Environment["TEAM_PASSWORD"] = Password;
        using TargetRun run = _lab.Start(command);
        return await run.EndAsync();
    }

    // The thread with what its marks say, and the statuses of the deployment.
    private async Task<string> ToldAsync()
    {
        string thread = Assert.Single(await _lab.ThreadsAsync(1));
        string marks = string.Concat(
            Regex
                .Matches(thread, "hotfix:log (?<text>[A-Za-z0-9+/=]+)")
                .Select(mark => Encoding.UTF8.GetString(Convert.FromBase64String(mark.Groups["text"].Value)))
        );
        string told = $"{thread.Replace("\\", "", StringComparison.Ordinal)}\n{marks}";
        foreach (JsonNode? deployment in await _lab.ListAsync("deployments?environment=production"))
            told += (await _lab.ListAsync($"deployments/{deployment!["id"]}/statuses")).ToJsonString();

        return told;
    }
}
