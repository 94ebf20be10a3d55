using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class EnvironmentAndFileValues : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Theory]
    [InlineData("POLL_SECONDS")]
    [InlineData("NUKE_POLL_SECONDS")]
    [InlineData("PollSeconds")]
    public void AVariableMayBeSpelt(string variable)
    {
        ParameterBuild build = Show(_call.With(variable, "9"));

        Assert.Equal(9, build.PollSeconds);
    }

    [Fact]
    public void TwoSpellingsLeaveItOpen()
    {
        _call.With("POLL_SECONDS", "9").With("NUKE_POLL_SECONDS", "8");

        EngineResult result = _call.Run<ParameterBuild>(x => x.Show);

        Assert.Contains("[WRN] Could not resolve PollSeconds since multiple values are provided", result.Output, StringComparison.Ordinal);
        Assert.Null(ParameterBuild.Seen!.PollSeconds);
    }

    [Fact]
    public void TheExactNameWinsOverOtherSpellings()
    {
        ParameterBuild build = Show(_call.With("PollSeconds", "1").With("POLL_SECONDS", "9"));

        Assert.Equal(1, build.PollSeconds);
    }

    [Fact]
    public void OnlyTheSeparatorSplitsAVariable()
    {
        ParameterBuild build = Show(_call.With("NUKE_LABELS", "a,b").With("NUKE_REVIEWERS", "a b"));

        Assert.Equal(["a", "b"], build.Labels!);
        Assert.Equal(["a b"], build.Reviewers!);
    }

    [Fact]
    public void AnEmptyVariableIsFalseAndNoText()
    {
        ParameterBuild build = Show(_call.With("DRY_RUN", "").With("DESCRIPTION", "").WithFile("""{ "DryRun": true, "Description": "file" }"""));

        Assert.False(build.DryRun);
        Assert.Equal("file", build.Description);
    }

    [Fact]
    public void TheCommandLineWinsThenTheEnvironmentThenTheFile()
    {
        _call.WithFile("""{ "Description": "file", "Retries": 5, "PollSeconds": 5 }""").With("NUKE_DESCRIPTION", "variable").With("NUKE_RETRIES", "6");

        ParameterBuild build = Show(_call, "--description", "argument");

        Assert.Equal(("argument", 6, 5), (build.Description, build.Retries, build.PollSeconds!.Value));
    }

    [Fact]
    public void TheLaterProfileWins()
    {
        _call
            .WithFile("""{ "Description": "file", "Retries": 5, "Reviewers": ["f"] }""")
            .WithFile("""{ "Description": "staging", "Retries": 6 }""", "staging")
            .WithFile("""{ "Description": "prod" }""", "prod");

        ParameterBuild build = Show(_call, "--profile", "staging", "prod");

        Assert.Equal(("prod", 6), (build.Description, build.Retries));
        Assert.Equal(["f"], build.Reviewers!);
    }

    [Fact]
    public void AFileHoldsJsonTypesAndTextsAlike()
    {
        ParameterBuild build = Show(
            _call.WithFile("""{ "Retries": "7", "DryRun": "true", "Numbers": [1, "2"], "Lane": "Exceptional", "forge-url": "u", "Labels": ["a,b"] }""")
        );

        Assert.Equal((7, true, Lane.Exceptional, "u"), (build.Retries, build.DryRun, build.Lane, build.Address));
        Assert.Equal([1, 2], build.Numbers!);
        Assert.Equal(["a,b"], build.Labels!);
    }

    [Fact]
    public void NamesInAFileKeepTheirCase()
    {
        ParameterBuild build = Show(_call.WithFile("""{ "description": "x", "Unknown": 1 }"""));

        Assert.Null(build.Description);
    }

    [Fact]
    public void APathInAFileBeginsAtTheRoot()
    {
        _call.WithFile("""{ "Out": "out" }""");
        _call.WorkingDirectory = Directory.CreateDirectory(Path.Combine(_call.Root, "below")).FullName;

        ParameterBuild build = Show(_call);

        Assert.Equal(Path.Combine(_call.Root, "out"), build.Out!);
    }

    [Fact]
    public void ATextForAListInAFileIsAWarning()
    {
        EngineResult result = _call.WithFile("""{ "Reviewers": "a" }""").Run<ParameterBuild>(x => x.Show);

        Assert.Contains("[WRN] Could not inject value for ParameterBuild.Reviewers", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void TargetsAndVerbosityMayStandInTheFile()
    {
        EngineResult result = _call.WithFile("""{ "Target": ["First"], "Verbosity": "Verbose" }""").Run<ParameterBuild>(x => x.Show);

        Assert.Equal(["First Succeeded"], result.Table);
        Assert.Contains("[VRB]", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Description\": ")]
    [InlineData("[]")]
    public void ABrokenFileIsOneError(string json)
    {
        EngineResult result = _call.WithFile(json).Run<ParameterBuild>(x => x.Show);

        Assert.Contains("Parameters file '<root>/.nuke/parameters.json'", Assert.Single(result.Lines, line => line.Length > 0), StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void AMissingProfileIsOneError()
    {
        EngineResult result = _call.Run<ParameterBuild>(x => x.Show, "--profile", "nosuch");

        Assert.Equal(
            "Profile 'nosuch' has no parameters file. Expected file to exist: <root>/.nuke/parameters.nosuch.json",
            Assert.Single(result.Lines, line => line.Length > 0)
        );
        Assert.Equal(-1, result.ExitCode);
    }

    private static ParameterBuild Show(EngineCall call, params string[] arguments)
    {
        ParameterBuild.Seen = null;
        call.Run<ParameterBuild>(x => x.Show, arguments);
        return ParameterBuild.Seen!;
    }
}
