using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>What GitHub calls the latest release is its own choice, follows a moment later, and is not always the highest.</summary>
public sealed class LatestRelease : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    // Compared with what was called so at that moment, it would have become the latest beside v2.0.0.
    [Fact]
    public async Task IsNotTheHotfixOfALowerVersionThoughGitHubCallsOneThatIsLowerStill()
    {
        using TempRepository next = _lab.CloneTo("next");
        next.Git(["switch", "--quiet", "--create", "next"]);
        next.Write("src/next.txt", "next").Commit("Sell more", TempRepository.Day(9));
        next.Git(["tag", "--annotate", "--message", "v2.0.0", "v2.0.0"]);
        _lab.Push(next, "v2.0.0", "owner");
        await PublishAsync("v2.0.0");
        await PublishAsync("v1.4.2");

        RunResult result = await _lab.PlayAsync(_lab.Start(Players.HotfixOf(HotfixLab.Description, _lab.Patch())));

        Assert.Contains("done: publish v1.4.3, not as latest", result.Output, StringComparison.Ordinal);
        Assert.Equal("v1.4.2", await LatestAsync());
    }

    [Fact]
    public async Task MayStillBeTheOneBeforeForAWhileWithoutARunThatFails()
    {
        await PublishAsync("v1.4.2");
        await LatestAsync("engineer");
        var lag = new Fault(FaultKind.StaleRead)
        {
            User = "engineer",
            Method = "GET",
            Path = "*/releases/latest",
            After = "PATCH */releases/*",
            Count = 9,
        };
        _lab.Server.Faults.Add(lag);

        RunResult result = await _lab.PlayAsync(_lab.Start(Players.HotfixOf(HotfixLab.Description, _lab.Patch())));

        Assert.True(result.Output.Contains("GitHub still shows 'v1.4.2' as the latest", StringComparison.Ordinal), result.Output);
        Assert.DoesNotContain("HF3022", result.Output, StringComparison.Ordinal);
        Assert.Equal("v1.4.3", await LatestAsync());
    }

    private Task PublishAsync(string tag) =>
        _lab.SendAsync(
            HttpMethod.Post,
            "owner",
            "releases",
            new
            {
                tag_name = tag,
                name = tag,
                make_latest = "true",
            }
        );

    private async Task<string> LatestAsync(string login = "ci") =>
        (await _lab.SendAsync(HttpMethod.Get, login, "releases/latest"))!["tag_name"]!.GetValue<string>();
}
