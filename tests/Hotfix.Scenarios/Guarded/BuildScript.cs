using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Guarded;

/// <summary>Which engine <c>build.sh</c> chooses, what it remembers, and what a warm start costs.</summary>
public sealed class BuildScript : IDisposable
{
    private readonly ScriptLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [ScriptTheory]
    [InlineData("served", "nuke")]
    [InlineData("missing", "embedded")]
    [InlineData("old", "embedded")]
    public async Task RemembersWhatIsCertainAndSaysItOnce(string feed, string engine)
    {
        RunResult first = await _lab.RunAsync(feed, "Status");
        string[] cold = _lab.Calls();
        RunResult second = await _lab.RunAsync("down", "Status");
        string[] warm = _lab.Calls();

        Assert.StartsWith("engine: ", first.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains($"ran {engine}: [Status]", first.Output, StringComparison.Ordinal);
        Assert.Equal($"{engine} 10.1.0", _lab.Remembered);
        Assert.Equal(["build", "probe", "restore", "run"], cold);
        Assert.Equal($"ran {engine}: [Status]", second.ShouldExitWith(0).Output.TrimEnd());
        Assert.Equal(["run"], warm);
    }

    [ScriptTheory]
    [InlineData("down", "NU1301")]
    [InlineData("half", "NU1101")]
    [InlineData("silent", "no answer within ")]
    public async Task ForgetsWhatIsNot(string feed, string reason)
    {
        RunResult first = await _lab.RunAsync(feed, "Status");
        string? remembered = _lab.Remembered;
        RunResult second = await _lab.RunAsync("served", "Status");

        Assert.Contains("engine: embedded", first.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains(reason, first.Output, StringComparison.Ordinal);
        Assert.Contains("ran embedded:", first.Output, StringComparison.Ordinal);
        Assert.Null(remembered);
        Assert.Contains("ran nuke:", second.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    // A cold cache: both restores ask the same feeds, and one that is under way shows that they are slow and not silent.
    [ScriptFact]
    public async Task WaitsBeyondEightSecondsWhileTheRestoreBesideGoesOn()
    {
        RunResult first = await _lab.RunAsync("slow", new Dictionary<string, string> { ["RESTORING"] = "60" }, "Status");

        Assert.Contains("ran nuke:", first.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [ScriptFact]
    public async Task LeavesNothingOfAProbeBehind()
    {
        await _lab.RunAsync("missing", "Status");

        Assert.Equal(
            ["bootstrap.log", "build-embedded.stamp", "built-embedded", "engine", "restore.log"],
            Directory.GetFileSystemEntries(_lab.Temp).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [ScriptTheory]
    [InlineData("Fallout.Common", "fallout")]
    [InlineData("Nuke.Common", "nuke")]
    public async Task TakesWhatTheRepositorysOwnBuildRefersTo(string package, string engine)
    {
        _lab.Write("build/_build.csproj", $"<Project><ItemGroup><PackageReference Include=\"{package}\" Version=\"1.0.0\" /></ItemGroup></Project>");

        RunResult result = await _lab.RunAsync("down", "Status");

        Assert.Equal($"ran {engine}: [Status]", result.ShouldExitWith(0).Output.TrimEnd());
        Assert.DoesNotContain("probe", _lab.Calls());
    }

    [ScriptFact]
    public async Task AsksAgainForAnotherVersion()
    {
        await _lab.RunAsync("missing", "Status");
        string packages = Path.Combine(_lab.Root, "Directory.Packages.props");
        File.WriteAllText(packages, File.ReadAllText(packages).Replace("10.1.0", "10.2.0", StringComparison.Ordinal));

        RunResult result = await _lab.RunAsync("served", "Status");

        Assert.Contains("ran nuke:", result.Output, StringComparison.Ordinal);
        Assert.Equal("nuke 10.2.0", _lab.Remembered);
    }

    [ScriptFact]
    public async Task WithJsonKeepsTheLineOffStandardOutput()
    {
        RunResult result = await _lab.RunAsync("missing", "Status", "--json");

        Assert.Equal("ran embedded: [Status] [--json]", result.Output.TrimEnd());
        Assert.StartsWith("engine: embedded", result.Errors, StringComparison.Ordinal);
    }

    [ScriptTheory]
    [InlineData("nuke", "served")]
    [InlineData("fallout", "served")]
    [InlineData("embedded", "silent")]
    public async Task ObeysTheVariableAndRemembersNothing(string engine, string feed)
    {
        RunResult result = await _lab.RunAsync(feed, new Dictionary<string, string> { ["HOTFIX_ENGINE"] = engine }, "Status");

        Assert.Equal($"ran {engine}: [Status]", result.ShouldExitWith(0).Output.TrimEnd());
        Assert.Null(_lab.Remembered);
    }

    [ScriptTheory]
    [InlineData("nuke", "missing", "HF5010", "NU1101")]
    [InlineData("nuke", "down", "HF5010", "NU1301")]
    [InlineData("fallout", "missing", "HF5010", "Fallout 10.4.0 was asked for")]
    [InlineData("cake", "served", "HF5011", "nuke, fallout and embedded")]
    public async Task RefusesAnEngineThatCannotBeHadAndRunsTheNextOne(string engine, string feed, string code, string words)
    {
        RunResult refused = await _lab.RunAsync(feed, new Dictionary<string, string> { ["HOTFIX_ENGINE"] = engine }, "Status");
        RunResult next = await _lab.RunAsync("missing", "Status");

        refused.ShouldExitWith(255);
        Assert.Contains($"{code}: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(words, refused.Errors, StringComparison.Ordinal);
        Assert.Contains("\nnext: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("ran embedded:", next.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [ScriptFact]
    public async Task BuildsAgainWhenAFileIsNewerGoneOrThere()
    {
        string file = Path.Combine(_lab.Root, "src", "Hotfix.Core", "Slug.cs");
        await _lab.RunAsync("missing", "Status");
        _lab.Calls();

        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(1));
        await _lab.RunAsync("missing", "Status");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-2));
        string[] edited = _lab.Calls();
        File.Delete(file);
        await _lab.RunAsync("missing", "Status");
        string[] deleted = _lab.Calls();
        await _lab.RunAsync("missing", "Status");
        string[] untouched = _lab.Calls();

        Assert.Equal(["build", "run"], edited);
        Assert.Equal(["build", "run"], deleted);
        Assert.Equal(["run"], untouched);
    }

    [ScriptFact]
    public async Task ThatDoesNotCompileSaysSoAndRunsNothing()
    {
        RunResult result = await _lab.RunAsync("missing", new Dictionary<string, string> { ["COMPILES"] = "no" }, "Status");

        result.ShouldExitWith(255);
        Assert.Contains("CS1002", result.Errors, StringComparison.Ordinal);
        Assert.Contains("HF5002: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["build", "probe", "restore"], _lab.Calls());
    }

    // Nobody waits for it: the first run starts without, and what is made is of that build alone.
    [ScriptTheory]
    [InlineData("printf ready >\"$3/_build.dll\" && touch -r \"$4\" \"$3/_build.dll.of\"", "ready")]
    [InlineData("printf ready >\"$3/_build.dll\" && touch -d 2026-01-01 \"$3/_build.dll.of\"", "embedded")]
    [InlineData("exit 1", "embedded")]
    public async Task StartsTheCopyThatIsCompiledAheadOfTimeOnceItIsMade(string compiler, string started)
    {
        string done = Path.Combine(_lab.Root, "made");
        _lab.Write("build/ready-to-run.sh", $"#!/usr/bin/env bash\nmkdir -p \"$3\"; ({compiler}); : >\"{done}\"\n");

        RunResult cold = await _lab.RunAsync("missing", "Status");
        await MadeAsync(done);
        File.Delete(done);
        RunResult warm = await _lab.RunAsync("missing", "Status");
        if (started != "ready")
        {
            await MadeAsync(done); // tried again
        }

        Assert.Contains("ran embedded:", cold.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Equal($"ran {started}: [Status]", warm.ShouldExitWith(0).Output.TrimEnd());
    }

    [ScriptTheory]
    [InlineData("Status", "_build.csproj")]
    [InlineData("Drill", "rehearsal.slnf")]
    [InlineData("local-git-hub", "rehearsal.slnf")]
    public async Task BuildsTheRehearsalInOneGoForWhoeverAsksForOne(string target, string project)
    {
        await _lab.RunAsync("missing", target);

        Assert.Contains(_lab.Lines(), line =>
            line.StartsWith("build ", StringComparison.Ordinal) && line.Split(' ')[1].EndsWith($"build/{project}", StringComparison.Ordinal)
        );
    }

    [ScriptTheory]
    [InlineData("0")]
    [InlineData("42")]
    [InlineData("75")]
    [InlineData("255")]
    public async Task PassesExitCodesAndArgumentsThroughUnchanged(string code)
    {
        RunResult result = await _lab.RunAsync("missing", new Dictionary<string, string> { ["CODE"] = code }, "Hotfix", "--description", "a b \"c\" *", "");

        Assert.Equal(code, $"{result.ExitCode}");
        Assert.Contains("ran embedded: [Hotfix] [--description] [a b \"c\" *] []", result.Output, StringComparison.Ordinal);
    }

    [ScriptTheory]
    [InlineData("HF1060", "Hotfix", "--descripton", "x")]
    [InlineData("HF1061", "Hotfix", "--description=x")]
    [InlineData("HF1065", "Hotfix", "--skip", "Relaese")]
    [InlineData("HF1066", "Hotfix", "--skip")]
    [InlineData("HF1068", "Status", "--verbosity", "loud")]
    public async Task StartsTheGuardsOfTheRealProgram(string code, params string[] arguments)
    {
        RunResult result = await _lab.RunAsync("missing", new Dictionary<string, string> { ["PROGRAM"] = BuildProgram.Path, ["HOST"] = "laptop" }, arguments);

        result.ShouldExitWith(255);
        Assert.Contains($"{code}: ", result.Output, StringComparison.Ordinal);
    }

    private static async Task MadeAsync(string file)
    {
        var made = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!, Path.GetFileName(file)) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => made.TrySetResult();
        if (File.Exists(file))
            made.TrySetResult();

        await made.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
