using System.Diagnostics;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Output;

/// <summary>What a job of GitHub Actions shows of a run: the summary and annotations that the program itself writes.</summary>
public sealed class SummaryOfAJob : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    private string SummaryFile => Path.Combine(_lab.Home, "summary.md");

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task SaysFirstWhoseMoveItIsAndLastWhatItCost()
    {
        await _lab.HotfixAsync();
        _lab.CommitFix();

        RunResult result = await JobAsync("Hotfix", "--deadline", "0s");

        result.ShouldExitWith(75);
        string[] lines = await SummaryAsync();
        Assert.Equal("### Hotfix: `hotfix/null-ref-in-checkout` to `main`, standard lane", lines[0]);
        Assert.StartsWith("**Somebody's move.** required check 'build' has not reported", lines[1], StringComparison.Ordinal);
        Assert.Contains("#### Waits for", lines);
        Assert.Contains(lines, line => line.StartsWith("Commits: base `", StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith("| in all", StringComparison.Ordinal) || line.StartsWith("| **in all, so far** |", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line =>
            line.StartsWith("- open one pull request", StringComparison.OrdinalIgnoreCase) || line.Contains("pull request", StringComparison.Ordinal)
        );
        Assert.Contains("git processes", lines[^1], StringComparison.Ordinal);
        string notice = Assert.Single(Commands(result), line =>
            !line.StartsWith("::group::", StringComparison.Ordinal) && !line.StartsWith("::endgroup::", StringComparison.Ordinal)
        );
        Assert.StartsWith("::notice title=Somebody's move::required check 'build' has not reported", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsTheReleaseAndTheTimeline()
    {
        await _lab.HotfixAsync();
        string fix = _lab.CommitFix();
        await _lab.HotfixAsync("--deadline", "0s");
        await _lab.LetThroughAsync(fix);

        (await JobAsync("Hotfix")).ShouldExitWith(0);

        string[] lines = await SummaryAsync();
        Assert.StartsWith("**Done.** Released: [v1\\.4\\.3](", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line =>
            line.StartsWith("Commits: base `", StringComparison.Ordinal) && line.Contains("→ tag v1\\.4\\.3 `", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.Contains("| merged |", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("| released |", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NamesTheRefusalOnceWithItsWayOn()
    {
        await _lab.HotfixAsync();
        _lab.Clone.Write("src/checkout.txt", "fixed").Commit("Guard against an empty basket", Testing.TempRepository.Day(20));

        RunResult result = await JobAsync("Hotfix");

        result.ShouldExitWith(255);
        string[] lines = await SummaryAsync();
        Assert.StartsWith("**Failed: HF40", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("- why: ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("- next: ", lines[3], StringComparison.Ordinal);
        string error = Assert.Single(Commands(result), line => line.StartsWith("::error", StringComparison.Ordinal));
        Assert.Matches("^::error title=HF40[0-9][0-9]::.*%0Awhy: .*%0Anext: ", error);
    }

    [Fact]
    public async Task OfInputThatIsRefusedIsOneAnnotationToo()
    {
        RunResult result = await JobAsync("Hotfix", "--descriptoin", "x");

        result.ShouldExitWith(255);
        Assert.StartsWith(
            "::error title=HF1060::",
            Assert.Single(Commands(result), line => line.StartsWith("::error", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.StartsWith("**Failed: HF1060.**", (await SummaryAsync())[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatCannotBeWrittenFailsNothing()
    {
        Directory.CreateDirectory(SummaryFile);

        RunResult result = await JobAsync("Status");

        result.ShouldExitWith(0);
        Assert.Contains("The job's summary could not be written", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsLeftOutWhenTheStepsHasNoRoomForIt()
    {
        await File.WriteAllTextAsync(SummaryFile, new string('x', (1024 * 1024) - 10));

        RunResult result = await JobAsync("Status");

        result.ShouldExitWith(0);
        Assert.Equal((1024 * 1024) - 10, new FileInfo(SummaryFile).Length);
    }

    private async Task<RunResult> JobAsync(params string[] arguments)
    {
        string[] hotfix = arguments[0] == "Hotfix" && !arguments.Contains("--descriptoin") ? ["--description", HotfixLab.Description] : [];
        ProcessStartInfo start = _lab.Command([.. arguments, .. hotfix, "--poll-interval", "1s", "--check-grace", "0s"]);
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["GITHUB_STEP_SUMMARY"] = SummaryFile;
        using TargetRun run = _lab.Start(start);
        return await run.EndAsync();
    }

    private async Task<string[]> SummaryAsync() =>
        (await File.ReadAllTextAsync(SummaryFile)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What the job's runner would obey.
    private static IEnumerable<string> Commands(RunResult result) =>
        (result.Output + result.Errors)
            .Split('\n')
            .Select(line => line.TrimStart())
            .Where(line => line.StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal));
}
