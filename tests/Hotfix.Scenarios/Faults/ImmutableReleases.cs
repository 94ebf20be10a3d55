using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>What is published is sealed: assets come before, and what is wrong afterwards stays wrong.</summary>
public sealed class ImmutableReleases
{
    [Fact]
    public async Task GetTheirFilesBeforeTheyArePublished()
    {
        await using HotfixLab lab = await StartAsync();
        string asset = Path.Combine(lab.Home, "shop.zip");
        await File.WriteAllTextAsync(asset, "the fixed shop");

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch(), "--release-assets", asset)));

        run.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
        var release = (await lab.ListAsync("releases"))[0]!;
        Assert.True(release["immutable"]!.GetValue<bool>());
        Assert.Equal("shop.zip", Assert.Single(release["assets"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task ThatLackAFileAreRefusedWithTheNextPatchAsTheWayOn()
    {
        await using HotfixLab lab = await StartAsync();
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());
        (await lab.PlayAsync(lab.Start(command))).ShouldExitWith(0);
        string asset = Path.Combine(lab.Home, "shop.zip");
        await File.WriteAllTextAsync(asset, "the fixed shop");
        string refs = lab.RemoteRefs();

        RunResult refused = await lab.RunAsync([.. command, "--release-assets", asset]);

        refused.ShouldExitWith(255);
        Assert.Contains("HF4035", refused.Output, StringComparison.Ordinal);
        Assert.Contains("next patch", refused.Output, StringComparison.Ordinal);
        Assert.Equal(refs, lab.RemoteRefs());
        await lab.ShouldBeReleasedOnceAsync();
    }

    private static async Task<HotfixLab> StartAsync()
    {
        HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Grant(HotfixLab.FullName, "ci", Role.Admin);
        await lab.SendAsync(HttpMethod.Put, "ci", "immutable-releases");
        return lab;
    }
}
