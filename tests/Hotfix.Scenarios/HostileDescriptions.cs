using System.Diagnostics;
using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios;

/// <summary>A description may hold anything that people paste at night: it stays text, wherever it is shown.</summary>
public sealed class HostileDescriptions : IAsyncLifetime
{
    private const string Evil = """
        cart **bold** [x](https://evil.example) <img src=x onerror=alert(1)> <!-- hotfix:report --> @channel @everyone <!channel> #1
        ::set-output name=state::done
        ##[error]nobody said that
        """;

    private static readonly string Description = $"{Evil}\n\e[2J\u0007 abc\u202edef ``` {new string('x', 10_000)}"[..10_000];

    private HotfixLab _lab = null!;

    private string SummaryFile => Path.Combine(_lab.Home, "summary.md");

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task AreTextInEverythingThatARunLeaves()
    {
        RunResult first = await JobAsync();
        first.ShouldExitWith(75);
        string branch = _lab.Clone.Git(["branch", "--show-current"]).Trim();
        string fix = _lab.CommitFix();
        RunResult second = await JobAsync("--deadline", "0s");
        second.ShouldExitWith(75);
        await _lab.LetThroughAsync(fix);

        RunResult released = await JobAsync();

        released.ShouldExitWith(0);
        Assert.Matches("^hotfix/[a-z0-9-]{1,53}$", branch);
        JsonNode pull = Assert.Single(await _lab.ListAsync("pulls?state=all"))!;
        JsonNode release = Assert.Single(await _lab.ListAsync("releases"))!;
        ShouldBeOneLine($"{pull["title"]}", most: 256);
        ShouldBeText($"{pull["body"]}");
        ShouldBeText($"{release["body"]}");
        string tag = _lab.ServerRepository.Git(["for-each-ref", "--format=%(contents)", "refs/tags/v1.4.3"]);
        Assert.DoesNotContain('\e', tag);
        Assert.DoesNotContain('\u202e', tag);
        foreach (RunResult run in new[] { first, second, released })
            ShouldObeyNobody(run);

        ShouldBeText(await File.ReadAllTextAsync(SummaryFile));
    }

    [Fact]
    public async Task AreWhatTheyWereInTheDocument()
    {
        RunResult run = await _lab.RunAsync("Hotfix", "--description", Description, "--json");

        run.ShouldExitWith(75);
        JsonNode document = JsonNode.Parse(run.Output)!;
        Assert.Equal("waiting", $"{document["state"]}");
        Assert.DoesNotContain("##[", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task ThatAreTooLongAreRefusedWithTheLimit()
    {
        RunResult run = await _lab.RunAsync("Hotfix", "--json", "--description", Description + "y");

        run.ShouldExitWith(255);
        JsonNode refusal = Assert.Single(JsonNode.Parse(run.Output)!["refusals"]!.AsArray())!;
        Assert.Equal("HF1010", $"{refusal["code"]}");
        Assert.Matches("10,?000[^0-9]", $"{refusal["why"]} {refusal["next"]}");
    }

    private async Task<RunResult> JobAsync(params string[] more)
    {
        ProcessStartInfo start = _lab.Command(["Hotfix", "--description", Description, "--poll-interval", "1s", "--check-grace", "0s", .. more]);
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["GITHUB_STEP_SUMMARY"] = SummaryFile;
        using TargetRun run = _lab.Start(start);
        return await run.EndAsync();
    }

    private static void ShouldBeOneLine(string text, int most)
    {
        Assert.True(text.Length <= most, text);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.DoesNotContain('\u202e', text);
    }

    // What is within a code block or span is text; outside, nothing of it may stand as it was written.
    private static void ShouldBeText(string markdown)
    {
        string outside = WithoutFences(markdown);
        Assert.DoesNotMatch(@"(?<!\\)<img", outside);
        Assert.DoesNotContain(" @channel", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("**bold**", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil", outside, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outside);
    }

    private static string WithoutFences(string markdown)
    {
        var outside = new List<string>();
        string? fence = null;
        foreach (string line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            string ticks = string.Concat(line.TakeWhile(c => c == '`'));
            if (fence is null && ticks.Length >= 3)
                fence = ticks;
            else if (fence is not null && line.TrimEnd() == fence)
                fence = null;
            else if (fence is null)
                outside.Add(line);
        }

        return string.Join('\n', outside);
    }

    private static void ShouldObeyNobody(RunResult run)
    {
        string[] lines = [.. (run.Output + run.Errors).Split('\n').Select(line => line.TrimStart())];
        Assert.DoesNotContain(lines, line => line.Contains("##[", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.StartsWith("::", StringComparison.Ordinal)), line =>
            Assert.Matches("^::((end)?group::[A-Za-z]+|warning::|notice title=Somebody's move::)", line)
        );
        Assert.DoesNotMatch("[\\u001b\\u202a-\\u202e\\u2066-\\u2069]", run.Output + run.Errors);
    }
}
