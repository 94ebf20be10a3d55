using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>What NUKE does at the end of a run, and to <c>--plan</c>, and what comes of it.</summary>
public sealed class EndOfARunOnNuke : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task KeepsTheMaskAndTheFilesForItsLastLines()
    {
        System.Diagnostics.ProcessStartInfo command = _lab.Command(["CreateHotfixBranch", "--description", HotfixLab.Description]);
        command.ArgumentList[0] = BuiltFor.Program("tests", "Hotfix.Builds");
        command.Environment["HOTFIX_BUILD"] = "ReplacedLogBuild";
        using TargetRun run = _lab.Start(command);

        RunResult result = (await run.EndAsync()).ShouldExitWith(0);

        Assert.Matches(@"\d\d:\d\d:\d\d \[INF\] found \d+, done", result.Output);
        Assert.DoesNotContain("[INF] : ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" requests (", await File.ReadAllTextAsync(Path.Combine(_lab.Clone.Path, ".nuke", "temp", "build.log")), StringComparison.Ordinal);
    }

    // NUKE's answer is a page that it opens in a browser, and 255 where there is none.
    [Fact]
    public async Task AnswersAPlanWithText()
    {
        RunResult plan = (await _lab.RunAsync("Release", "--plan")).ShouldExitWith(0);
        RunResult json = (await _lab.RunAsync("Release", "--plan", "--json")).ShouldExitWith(0);

        Assert.Contains(
            "Execution plan:\n\n   1. CreateHotfixBranch\n   2. Test (after CreateHotfixBranch)\n   3. OpenPR (depends on CreateHotfixBranch, Test",
            plan.Output,
            StringComparison.Ordinal
        );
        Assert.Single(plan.Output.Split('\n'), line => line.StartsWith("Execution plan:", StringComparison.Ordinal));
        Assert.DoesNotContain(_lab.Server.Requests.Snapshot(), request =>
            request.User == "engineer" && request.Path.StartsWith("/repos", StringComparison.Ordinal)
        );
        using var document = System.Text.Json.JsonDocument.Parse(json.Output);
        Assert.Equal("done", document.RootElement.GetProperty("state").GetString());
        Assert.Contains("Execution plan:", json.Errors, StringComparison.Ordinal);
    }
}
