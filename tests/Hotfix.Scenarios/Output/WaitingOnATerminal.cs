using System.Diagnostics;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Output;

/// <summary>A run that waits on a real pseudo-terminal, which util-linux's script(1) makes: narrow, resized, and ended with Ctrl+C.</summary>
public sealed partial class WaitingOnATerminal : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    private string Terminal => Path.Combine(_lab.Home, "terminal");

    private string Ended => Path.Combine(_lab.Home, "ended");

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        await _lab.HotfixAsync();
        _lab.CommitFix();
        await _lab.HotfixAsync("--deadline", "0s");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [TerminalFact]
    public async Task IsDrawnAnewAtEachWidthAndSaysAfterCtrlCHowToGoOn()
    {
        using TargetRun run = Start(columns: 100, []);
        await run.ShouldPrintAsync("Ctrl+C stops waiting and loses nothing");
        Resize(40, 12);
        await run.ShouldPrintAsync("  waiting and loses nothing");
        Resize(100, 30);
        int seen = run.Output.Length;
        while (!run.Output[seen..].Contains("Ctrl+C stops waiting and loses nothing", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(50));

        Interrupt();
        RunResult result = await run.EndAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("130", await EndedAsync());
        Assert.Contains("Interrupted. What was done stands", result.Output, StringComparison.Ordinal);
        Assert.Equal($"./build.sh Hotfix --description '{HotfixLab.Description}' --poll-interval 1s --check-grace 0s --no-logo", result.LastLine);
        Assert.True(
            result.Output.LastIndexOf("\e[?25h", StringComparison.Ordinal) > result.Output.LastIndexOf("\e[?25l", StringComparison.Ordinal),
            "The cursor stays hidden."
        );
        Assert.DoesNotContain(_lab.Token, result.Output, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task HasNoColoursWhereNobodyWantsAny()
    {
        using TargetRun run = Start(columns: 100, [("NO_COLOR", "1")]);
        await run.ShouldPrintAsync("Ctrl+C stops waiting and loses nothing");
        Interrupt();

        RunResult result = await run.EndAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("\e[?25l", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour, result.Output);
    }

    [TerminalTheory]
    [InlineData("HOTFIX_PLAIN", "1")]
    [InlineData("TERM", "dumb")]
    public async Task IsPlainLinesForAScreenReader(string name, string value)
    {
        using TargetRun run = Start(columns: 100, [(name, value)]);
        await run.ShouldPrintAsync("waiting 0:0");
        Interrupt();

        RunResult result = await run.EndAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("130", await EndedAsync());
        Assert.DoesNotMatch(Colour, result.Output);
        Assert.DoesNotContain("\e[?25l", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("══", result.Output, StringComparison.Ordinal);
        Assert.Contains("AwaitMerge:", result.Output, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task WithJsonPrintsNothingButTheDocumentAlsoAfterCtrlC()
    {
        string output = Path.Combine(_lab.Home, "output.json");
        using TargetRun run = Start(columns: 100, [], $"--json >'{output}'");
        await run.ShouldPrintAsync("waiting 0:0");
        Interrupt();
        await run.EndAsync(TimeSpan.FromMinutes(1));

        var document = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(output))!;

        Assert.Equal((130, "interrupted"), (document["exitCode"]!.GetValue<int>(), document["state"]!.GetValue<string>()));
        Assert.Equal("130", await EndedAsync());
    }

    // The shell in between writes down what a shell is told of the end, which script(1) does not pass on the same way everywhere.
    private TargetRun Start(int columns, (string Name, string Value)[] variables, string more = "")
    {
        ProcessStartInfo program = _lab.Command(["Hotfix", "--description", HotfixLab.Description, "--poll-interval", "1s", "--check-grace", "0s"]);
        string command = string.Join(' ', program.ArgumentList.Prepend(program.FileName).Select(word => $"'{word}'"));
        string script = Path.Combine(_lab.Home, "on-terminal.sh");
        File.WriteAllText(script, $"stty cols {columns} rows 30\ntty >'{Terminal}'\ntrap : INT\n{command} {more}\necho $? >'{Ended}'\n");
        var start = new ProcessStartInfo("script", ["--quiet", "--flush", "--command", $"bash '{script}'", "/dev/null"]) { WorkingDirectory = _lab.Clone.Path };
        _lab.Prepare(start.Environment);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;

        return _lab.Start(start);
    }

    private void Resize(int columns, int rows) => Shell($"stty -F \"$(cat '{Terminal}')\" cols {columns} rows {rows}");

    // What the terminal does when Ctrl+C is typed: a signal to everything in its foreground.
    private void Interrupt() => Shell($"kill -INT -- -\"$(ps -o tpgid= -t \"$(sed 's,/dev/,,' '{Terminal}')\" | head -n 1 | tr -d ' ')\"");

    private async Task<string> EndedAsync() => (await File.ReadAllTextAsync(Ended)).Trim();

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour { get; }

    private static void Shell(string command)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", command]))!;
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, process.ExitCode);
    }
}
