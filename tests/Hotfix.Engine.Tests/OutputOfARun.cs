using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class OutputOfARun : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void ShowsEachTargetTheWarningsAndTheTable()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "--description", "fix x", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void ShowsTheExceptionAndWhatWasNotReached()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "AfterBoom", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void NamesTheMissingMemberBeforeAnythingRuns()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void ListsTheTargetsWhenOneIsUnknown()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "Nope", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void PrintsHelp()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "--help", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void PrintsThePlanAndRunsNothing()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "Hotfix", "Boom", "--plan", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void GroupsAndAnnotatesOnGitHubActions()
    {
        _call.With("GITHUB_ACTIONS", "true").With("NO_COLOR", "1");

        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "AfterBoom", "--no-logo");

        Approved.Matches(result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void LeavesTheEngineOutWithoutLogo()
    {
        EngineResult plain = _call.Run<SampleBuild>(x => x.Hotfix, "First");
        EngineResult bare = _call.Run<SampleBuild>(x => x.Hotfix, "First", "--no-logo");

        Assert.StartsWith("Hotfix embedded engine version", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("engine", bare.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Verbose", true, true, true)]
    [InlineData("normal", false, true, true)]
    [InlineData("Minimal", false, false, true)]
    [InlineData("Quiet", false, false, false)]
    public void ShowsLevelsByVerbosity(string verbosity, bool verbose, bool debug, bool warning)
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "--description", "x", "--verbosity", verbosity);

        Assert.Equal(verbose, result.Output.Contains("[VRB]", StringComparison.Ordinal));
        Assert.Equal(debug, result.Output.Contains("[DBG] Debug line", StringComparison.Ordinal));
        Assert.Equal(warning, result.Output.Contains("03:04:05 [WRN] OpenPR", StringComparison.Ordinal));
        Assert.Contains("[WRN] OpenPR: OpenPR token length -1", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WritesTheFilesUnderNuke()
    {
        _call.Run<SampleBuild>(x => x.Hotfix, "First");

        string nuke = Path.Combine(_call.Root, ".nuke");
        Assert.Equal("{\n  \"$schema\": \"./build.schema.json\"\n}\n", File.ReadAllText(Path.Combine(nuke, "parameters.json")));
        Assert.Contains(
            "03:04:05.000 | I | First                | First",
            File.ReadAllText(Path.Combine(_call.Temporary, "build.log")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nI | First                | First",
            File.ReadAllText(Path.Combine(_call.Temporary, "build.2026-01-02_03-04-05.log")),
            StringComparison.Ordinal
        );
        // The hash is NUKE's: MD5 of the arguments that are no switches.
        Assert.Equal("7fb55ed0b7a30342ba6da306428cae04\nFirst\n", File.ReadAllText(Path.Combine(_call.Temporary, "build-attempt.log")));
    }

    [Fact]
    public void WritesTheSchema()
    {
        _call.Run<ParameterBuild>(x => x.Show);

        Approved.Matches(File.ReadAllText(Path.Combine(_call.Root, ".nuke", "build.schema.json")));
    }
}
