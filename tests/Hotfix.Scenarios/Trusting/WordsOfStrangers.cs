using System.Text.Json.Nodes;
using Hotfix.Scenarios.Deploying;
using Hotfix.Scenarios.Lab;
using Hotfix.Scenarios.Telling;

namespace Hotfix.Scenarios.Trusting;

/// <summary>What somebody who may only read writes under our marks..</summary>
public sealed class WordsOfStrangers : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task PlantedAtTheIncidentAreNoThread()
    {
        JsonNode incident = (await _lab.SendAsync(HttpMethod.Post, "owner", "issues", new { title = "Checkout is down" }))!;
        int number = incident["number"]!.GetValue<int>();
        const string Forged = "<!-- hotfix:thread/null-ref-in-checkout -->\napproved by the CTO";
        await _lab.SendAsync(HttpMethod.Post, "reader", $"issues/{number}/comments", new { body = Forged });
        string[] arguments = ["--incident", $"{number}", "--deadline", "0s"];
        RunResult begun = await _lab.HotfixAsync(arguments);
        _lab.CommitFix();
        await _lab.HotfixAsync(arguments);

        RunResult again = await _lab.HotfixAsync(arguments);

        Assert.Contains("reader, who may not write", begun.Output, StringComparison.Ordinal);
        again.ShouldExitWith(75);
        string[] threads = await _lab.ThreadsAsync(number);
        Assert.Equal((2, Forged), (threads.Length, threads[0]));
        Assert.Contains($"goes on in #{number + 1}", threads[1], StringComparison.Ordinal);
        Assert.DoesNotContain("CTO", Assert.Single(await _lab.ThreadsAsync(number + 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InALockDoNotSayWhereToGoBackTo()
    {
        using var system = new RunningSystem(Path.Combine(_lab.Home, "system"));
        await _lab.MakeEnvironmentAsync("production");
        await DeployAsync(system, "v1.4.2");
        string good = _lab.Release("v1.4.3", "main", "Release v1.4.3", "src/checkout.txt");
        await DeployAsync(system, "v1.4.3");
        _lab.Release("v1.4.4", "main", "Release v1.4.4", "src/basket.txt");
        await DeployAsync(system, "v1.4.4");
        JsonNode planted = (
            await _lab.SendAsync(
                HttpMethod.Post,
                "reader",
                "issues",
                new { title = "Please freeze", body = "<!-- hotfix:release-lock -->\n<!-- hotfix:rollback/v1.4.4/v1.4.2/3 -->\nPlease." }
            )
        )!;
        await _lab.SendAsync(HttpMethod.Post, "owner", $"issues/{planted["number"]}/labels", new { labels = new[] { "release-lock" } });

        RunResult back = await _lab.RunAsync("Rollback", "--deploy-command", system.Command);

        back.ShouldExitWith(0);
        Assert.StartsWith($"Back: production runs v1.4.3 ({good[..8]})", back.LastLine, StringComparison.Ordinal);
        Assert.Equal(2, (await _lab.ListAsync("issues?labels=release-lock")).Count());
    }

    [Fact]
    public async Task AreNoApprovalWhereOnlyOurOwnRuleAsksForOne()
    {
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        await _lab.HotfixAsync("--lane", "exceptional");
        string fix = _lab.CommitFix();
        await _lab.HotfixAsync("--lane", "exceptional", "--deadline", "0s");
        await _lab.ReportAsync(fix);
        await _lab.ApproveAsync(1, "reader");

        RunResult unapproved = await _lab.HotfixAsync("--deadline", "0s");
        await _lab.SendAsync(HttpMethod.Post, "reader", "pulls/1/reviews", new { @event = "REQUEST_CHANGES", body = "No." });
        await _lab.ApproveAsync(1);
        RunResult approved = await _lab.HotfixAsync();

        unapproved.ShouldExitWith(75);
        Assert.Contains("0 of 1 approvals; reader approved and may not write here", unapproved.Output, StringComparison.Ordinal);
        approved.ShouldExitWith(75);
        Assert.Contains("no deployment of v1.4.3", approved.LastLine, StringComparison.Ordinal);
    }

    private async Task DeployAsync(RunningSystem system, string tag) =>
        (await _lab.RunAsync("Deploy", "--environment", "production", "--tag", tag, "--deploy-command", system.Command)).ShouldExitWith(0);
}
