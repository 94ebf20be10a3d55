using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>Builds whose class declares a <c>Test</c> of its own, which stands for ours.</summary>
public sealed class OwnTestOfABuild : IAsyncDisposable
{
    private HotfixLab _lab = null!;

    public async ValueTask DisposeAsync() => await _lab.DisposeAsync();

    [Theory]
    [InlineData("OwnTestBuild", "by the word of the team's own tests")]
    [InlineData("UmbrellaTestBuild", "by the word of the team's own tests")]
    [InlineData("InheritedTestBuild", "3 passed, 0 failed")]
    public async Task YieldsEvidenceForTheTipAndItsHotfixIsReleased(string build, string evidence)
    {
        _lab = await HotfixLab.StartAsync();
        await HotfixAsync(build);
        string fix = _lab.CommitFix();
        using TargetRun run = Start(build, "Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s");
        JsonNode pull = await _lab.PullRequestAsync(1);
        await _lab.LetThroughAsync(fix);

        RunResult result = (await run.EndAsync()).ShouldExitWith(0);

        Assert.Contains(evidence, pull["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains($"tested at {fix}", result.Output, StringComparison.Ordinal);
        await _lab.ShouldBeReleasedOnceAsync();
    }

    [Fact]
    public async Task RunsAfterTheBranchIsCheckedOutWithWhatItDependsOn()
    {
        _lab = await HotfixLab.StartAsync();

        RunResult started = await HotfixAsync("OwnTestBuild");
        string fix = _lab.CommitFix();
        _lab.Clone.Git(["checkout", "--quiet", "main"]);
        RunResult opened = await RunAsync("OwnTestBuild", "OpenPR", "--description", HotfixLab.Description);

        started.ShouldExitWith(75);
        Assert.DoesNotContain("compiled", started.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tested", started.Output, StringComparison.Ordinal);
        opened.ShouldExitWith(0);
        Assert.Contains($"compiled at {fix}", opened.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotRunInARehearsal()
    {
        _lab = await HotfixLab.StartAsync();
        await HotfixAsync("OwnTestBuild");
        string fix = _lab.CommitFix();

        RunResult shown = (await HotfixAsync("OwnTestBuild", "--dry-run")).ShouldExitWith(0);

        Assert.Contains($"run the tests on {fix[..7]}", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("compiled", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tested at", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatIsRedPushesNothing()
    {
        _lab = await HotfixLab.StartAsync();
        await HotfixAsync("OwnTestBuild");
        _lab.CommitFix("still broken");

        RunResult result = (await HotfixAsync("OwnTestBuild")).ShouldExitWith(255);

        Assert.Contains("the basket is still broken", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(HotfixLab.Branch, _lab.RemoteRefs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AloneIsJustTheTeamsTests()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.Clone.Write("tests/checkout.txt", "fixed");

        RunResult result = (await RunAsync("OwnTestBuild", "Test")).ShouldExitWith(0);

        Assert.Contains("passed, without counts", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Server.Requests.Snapshot(), request =>
            request.User == "engineer" && request.Path.StartsWith("/repos", StringComparison.Ordinal)
        );
    }

    private Task<RunResult> HotfixAsync(string build, params string[] more) =>
        RunAsync(build, ["Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s", .. more]);

    private async Task<RunResult> RunAsync(string build, params string[] arguments)
    {
        using TargetRun run = Start(build, arguments);
        return await run.EndAsync();
    }

    private TargetRun Start(string build, params string[] arguments)
    {
        System.Diagnostics.ProcessStartInfo command = _lab.Command(arguments);
        command.ArgumentList[0] = BuiltFor.Program("tests", "Hotfix.Builds");
        command.Environment["HOTFIX_BUILD"] = build;
        return _lab.Start(command);
    }
}
