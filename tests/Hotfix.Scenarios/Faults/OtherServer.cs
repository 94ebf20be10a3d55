using System.Diagnostics;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>A server that is not the one that the targets grew up with.</summary>
public sealed class OtherServer
{
    /// <summary>
    /// Only the three variables and the remote say where it is; its bodies are legal, and some of them are more than Octokit's models can read.
    /// </summary>
    [Fact]
    public async Task TakesTheHappyPathWithNothingButItsAddress()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        await using OtherGitHub other = OtherGitHub.InFrontOf(lab.Server.Address);
        lab.Clone.Git(["remote", "set-url", "origin", $"{other.Address}/{HotfixLab.FullName}.git"]);
        string asset = Path.Combine(lab.Home, "shop.zip");
        await File.WriteAllTextAsync(asset, "the fixed shop");
        ProcessStartInfo command = lab.Command(Players.HotfixOf(HotfixLab.Description, lab.Patch(), "--release-assets", asset));
        command.Environment["GITHUB_API_URL"] = $"{other.Address}/api/v3";
        command.Environment["GITHUB_GRAPHQL_URL"] = $"{other.Address}/api/graphql";

        int before = Seen(lab);

        RunResult run = await lab.PlayAsync(lab.Start(command));

        run.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
        Assert.Empty(other.Findings.Select(finding => finding.ToString()).Distinct());
        Assert.Equal(Seen(lab) - before, other.Requests); // nothing went past it
    }

    // git asks without a credential first.
    private static int Seen(HotfixLab lab) => lab.Server.Requests.Snapshot().Count(request => request.User is "engineer" or null);
}
