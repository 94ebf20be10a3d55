using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Faults;

/// <summary>Two engineers at three in the morning.</summary>
public sealed class TwoAtOnce
{
    /// <summary>Both start the same hotfix in the same second; whoever comes second finds what the first has done, or is told so.</summary>
    [Fact]
    public async Task StartTheSameHotfixAndItIsReleasedOnce()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        TempRepository colleague = lab.CloneTo("colleague");
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());
        using TargetRun first = lab.Start(command);
        using TargetRun second = lab.StartIn(colleague, command);
        await lab.PlayUntilAsync(() => first.HasEnded && second.HasEnded);

        RunResult[] results = [await first.EndAsync(), await second.EndAsync()];
        Assert.All(results, result => Assert.True(result.ExitCode is 0 or 255, result.Output));
        Assert.All(results.Where(result => result.ExitCode == 255), result => Assert.Contains("next: ", result.Output, StringComparison.Ordinal));
        RunResult last = await lab.PlayAsync(lab.StartIn(results[0].ExitCode == 0 ? lab.Clone : colleague, command));

        last.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
        Assert.Single(lab.RemoteRefs().Split('\n'), line => line.StartsWith("refs/heads/hotfix/", StringComparison.Ordinal));
    }

    /// <summary>Different hotfixes: each gets its own pull request, merge, version and release.</summary>
    [Fact]
    public async Task StartDifferentHotfixesAndBothAreReleased()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        TempRepository colleague = lab.CloneTo("colleague");
        string[] checkout = Players.HotfixOf(HotfixLab.Description, lab.Patch());
        string[] basket = Players.HotfixOf("basket loses items", lab.Patch("src/basket.txt", "keeps them"));
        using TargetRun first = lab.Start(checkout);
        using TargetRun second = lab.StartIn(colleague, basket);
        await lab.PlayUntilAsync(() => first.HasEnded && second.HasEnded);

        await AgainAsync(lab, lab.Clone, checkout, await first.EndAsync());
        await AgainAsync(lab, colleague, basket, await second.EndAsync());

        await ShouldBothBeReleasedAsync(lab);
    }

    /// <summary>The tag that was planned is taken between the look and the push, by a release of an earlier commit.</summary>
    [Fact]
    public async Task TakeTheSameTagAndTheLoserReleasesTheNextPatch()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.MoveMain("src/basket.txt", "another hotfix, merged before");
        await lab.ReportAsync(lab.MainTip());
        using TempRepository colleague = lab.CloneTo("colleague");
        colleague.Git(["tag", "--annotate", "--message", "Release v1.4.3", "v1.4.3", "origin/main"], TempRepository.Day(11));
        int pushes = 0;
        lab.Server.Arriving = request =>
        {
            // The first push is the branch, the second the tag.
            if (request is { Method: "POST", User: "engineer" } && request.Path.EndsWith("/git-receive-pack", StringComparison.Ordinal) && ++pushes == 2)
                lab.Push(colleague, "v1.4.3", "admin");

            return Task.CompletedTask;
        };

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        run.ShouldExitWith(0);
        Assert.Equal("v1.4.4", Assert.Single(await lab.ListAsync("releases"))!["tag_name"]!.GetValue<string>());
        Assert.Equal(lab.MainTip(), lab.ServerRepository.Resolve("v1.4.4^{commit}"));
    }

    // The one that lost a race was refused with nothing half done, and goes on with the same command.
    private static async Task AgainAsync(HotfixLab lab, TempRepository clone, string[] command, RunResult result)
    {
        if (result.ExitCode == 0)
            return;

        Assert.Contains("next: ", result.Output, StringComparison.Ordinal);
        (await lab.PlayAsync(lab.StartIn(clone, command))).ShouldExitWith(0);
    }

    // Whoever tags first may do so at the later merge, which contains the earlier one: then one release has brought both.
    private static async Task ShouldBothBeReleasedAsync(HotfixLab lab)
    {
        JsonArray pulls = await lab.ListAsync("pulls?state=all");
        JsonArray releases = await lab.ListAsync("releases");
        Assert.Equal(2, pulls.Count);
        Assert.All(releases, release => Assert.False(release!["draft"]!.GetValue<bool>()));
        string[] tags = [.. releases.Select(release => release!["tag_name"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
        Assert.Equal(new[] { "v1.4.3", "v1.4.4" }.Take(tags.Length), tags);
        Assert.Equal(tags[^1], (await lab.SendAsync(HttpMethod.Get, "ci", "releases/latest"))!["tag_name"]!.GetValue<string>());
        string[] merges = [.. pulls.Select(pull => pull!["merge_commit_sha"]!.GetValue<string>())];
        Assert.All(tags, tag => Assert.Contains(lab.ServerRepository.Resolve($"{tag}^{{commit}}"), merges));
        Assert.Equal(lab.ServerRepository.Resolve("main"), lab.ServerRepository.Resolve($"{tags[^1]}^{{commit}}"));
        Assert.All(merges, merge => lab.ServerRepository.Git(["merge-base", "--is-ancestor", merge, tags[^1]]));
    }
}
