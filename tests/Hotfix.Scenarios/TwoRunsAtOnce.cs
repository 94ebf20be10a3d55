using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios;

/// <summary>Somebody asks how it stands while a hotfix waits, in the same clone: the commonest thing at 03:00.</summary>
public sealed class TwoRunsAtOnce
{
    [Fact]
    public async Task BothEndAsTheyWouldAloneAndEachKeepsItsLog()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        await lab.HotfixAsync();
        string fix = lab.CommitFix();
        using TargetRun waiting = lab.Start("Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s");
        await lab.PullRequestAsync(1);
        await waiting.ShouldPrintAsync("waiting");

        RunResult status = (await lab.RunAsync("Status", "--json")).ShouldExitWith(0);
        Assert.False(waiting.HasEnded);
        await lab.LetThroughAsync(fix);
        (await waiting.EndAsync()).ShouldExitWith(0);

        Assert.Equal("done", JsonNode.Parse(status.Output)!["state"]!.GetValue<string>());
        await lab.ShouldBeReleasedOnceAsync();
        string temp = Path.Combine(lab.Clone.Path, ".nuke", "temp");
        string moved = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(temp, "build-before-*.log")));
        Assert.Contains("done: open", moved, StringComparison.Ordinal);
        Assert.Contains("done: publish", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("done: publish", await File.ReadAllTextAsync(Path.Combine(temp, "build.log")), StringComparison.Ordinal);
    }
}
