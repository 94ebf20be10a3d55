using System.Diagnostics;
using System.Security.Cryptography;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Trusting;

/// <summary><c>Release --attested</c>: only files go out of which GitHub has an attestation.</summary>
public sealed class FilesOfKnownOrigin : IAsyncLifetime
{
    private const string App = "shop-hotfix[bot]";
    private HotfixLab _lab = null!;
    private string _asset = "";

    private string[] Arguments => ["--release-assets", _asset, "--attested"];

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.Server.Grant(HotfixLab.FullName, App, Role.Write);
        _asset = Path.Combine(_lab.Home, "shop.zip");
        await File.WriteAllTextAsync(_asset, "the fixed shop");
        (await _lab.HotfixAsync("--fix", _lab.Patch(), "--deadline", "0s")).ShouldExitWith(75);
        await _lab.LetThroughAsync(_lab.Clone.Head);
        (await _lab.RunAsync("AwaitMerge", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s")).ShouldExitWith(0);
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task GoOutOnceTheyAreAttested()
    {
        RunResult refused = await _lab.HotfixAsync(Arguments);
        string refs = _lab.RemoteRefs();
        int releases = (await _lab.ListAsync("releases")).Count;
        _lab.Server.Attest(HotfixLab.FullName, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_asset))));
        RunResult released = await _lab.HotfixAsync(Arguments);

        refused.ShouldExitWith(255);
        Assert.Contains("HF4456: 1 of 1 files to attach are not attested; nothing was changed.", refused.Output, StringComparison.Ordinal);
        Assert.Contains("shop.zip (sha256:", refused.Output, StringComparison.Ordinal);
        Assert.Equal((0, false), (releases, refs.Contains("v1.4.3", StringComparison.Ordinal)));
        released.ShouldExitWith(0);
        Assert.Contains("all 1 files to attach are attested", released.Output, StringComparison.Ordinal);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task GoOutWithAWordWhereAttestationsAreNotToBeHad()
    {
        string other = Path.Combine(_lab.Home, "other.zip");
        await File.WriteAllTextAsync(other, "more");
        ProcessStartInfo command = _lab.Command([
            "Release",
            "--description",
            HotfixLab.Description,
            "--poll-interval",
            "1s",
            "--check-grace",
            "0s",
            "--release-assets",
            $"{_asset},{other}",
            "--attested",
        ]);
        string token = command.Environment["GITHUB_TOKEN"] = _lab.NewToken(App);
        string[] granted = ["contents", "pull_requests", "issues", "actions"];
        string[] shown = ["checks", "statuses", "deployments"];
        _lab.Server.LimitTo(token, granted.Select(name => (name, "write")).Concat(shown.Select(name => (name, "read"))).ToDictionary());

        using TargetRun run = _lab.Start(command);
        RunResult released = await run.EndAsync();

        released.ShouldExitWith(0);
        string said = Assert.Single(released.Output.Split('\n'), line =>
            line.Contains("not available on this plan", StringComparison.Ordinal) && char.IsDigit(line[0])
        );
        Assert.Contains("[WRN] Provenance was not looked at", said, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await _lab.ListAsync("releases"))!["assets"]!.AsArray().Count);
    }
}
