using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class CommandLineValues : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Theory]
    [InlineData("a b", "--description", "a b")]
    [InlineData("x", "-description", "x")]
    [InlineData("x", "--DESCRIPTION", "x")]
    [InlineData("z", "--", "--description", "z")]
    [InlineData("last", "--description", "first", "--description", "last")]
    [InlineData("", "--description", "")]
    [InlineData(null, "--description=x")]
    [InlineData(null, "--description")]
    [InlineData(null, "--description", "-x")]
    [InlineData(null, "--description", "a", "b")]
    [InlineData(null, "--no-such-param", "1")]
    public void ATextIs(string? expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, build.Description);
    }

    [Theory]
    [InlineData(true, "--dry-run")]
    [InlineData(true, "--dryrun")]
    [InlineData(true, "--dry-run", "true")]
    [InlineData(false, "--dry-run", "false")]
    [InlineData(false, "--dry-run", "yes")]
    [InlineData(false, "--dry-run", "1")]
    [InlineData(false)]
    public void ASwitchIs(bool expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, build.DryRun);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true, "--maybe")]
    [InlineData(false, "--maybe", "false")]
    public void AnOptionalSwitchIs(bool? expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, build.Maybe);
    }

    [Theory]
    [InlineData(7, "--retries", "7")]
    [InlineData(3, "--retries", "x")]
    [InlineData(3, "--retries", "-1")]
    [InlineData(3)]
    public void ANumberIs(int expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, build.Retries);
    }

    [Theory]
    [InlineData("a|b|c", "--reviewers", "a", "b", "c")]
    [InlineData("a b|c", "--reviewers", "a b", "c")]
    [InlineData("b", "--reviewers", "a", "--reviewers", "b")]
    [InlineData("a,b", "--reviewers", "a,b")]
    [InlineData("", "--reviewers")]
    [InlineData(null)]
    public void AListIs(string? expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, Joined(build.Reviewers));
    }

    [Theory]
    [InlineData("a|b", "--labels", "a,b")]
    [InlineData("a|b", "--labels", "a", "b")]
    [InlineData(null, "--labels", "a,b", "c")]
    public void AListWithSeparatorIs(string? expected, params string[] arguments)
    {
        ParameterBuild build = Show(arguments);

        Assert.Equal(expected, Joined(build.Labels));
    }

    [Fact]
    public void EnumerationsIgnoreCaseAndKeepTheirDefaultForABadValue()
    {
        ParameterBuild good = Show("--lane", "exceptional", "--colour", "BLUE");
        ParameterBuild bad = Show("--lane", "fast", "--colour", "green");

        Assert.Equal((Lane.Exceptional, "Blue"), (good.Lane, good.Colour.ToString()));
        Assert.Equal((Lane.Standard, "Red"), (bad.Lane, bad.Colour.ToString()));
    }

    [Fact]
    public void APathBeginsAtTheWorkingDirectory()
    {
        _call.WorkingDirectory = Directory.CreateDirectory(Path.Combine(_call.Root, "below")).FullName;

        ParameterBuild build = Show("--out", "./out");

        Assert.Equal(Path.Combine(_call.Root, "below", "out"), build.Out!);
    }

    [Fact]
    public void NamesComeFromTheAttributeAndThePrefix()
    {
        ParameterBuild build = Show("--forge-url", "https://x", "--lab-github-token", "t0ken-of-lab");

        Assert.Equal("https://x", build.Address);
        Assert.Equal("t0ken-of-lab", build.TokenSeen);
    }

    [Fact]
    public void AValueThatCannotBeUsedIsAWarningWithTheArguments()
    {
        EngineResult result = _call.Run<ParameterBuild>(x => x.Show, "Show", "--description", "a", "b");

        Assert.Contains("[WRN] Could not inject value for ParameterBuild.Description", result.Output, StringComparison.Ordinal);
        Assert.Contains("Value [ a, b ] cannot be assigned to 'string'", result.Output, StringComparison.Ordinal);
        Assert.Contains("Arguments were:\n  [0] = Show\n  [1] = --description", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("Show", "First")]
    [InlineData("Show+First")]
    [InlineData("--target", "show", "first")]
    [InlineData("--target", "Show+First")]
    public void TargetsMayBeSpelt(params string[] arguments)
    {
        EngineResult result = _call.Run<ParameterBuild>(x => x.NeedsNumber, arguments);

        Assert.Equal(["First Succeeded", "Show Succeeded"], result.Table);
    }

    [Fact]
    public void ATextBehindTheFirstSwitchIsNoTarget()
    {
        EngineResult result = _call.Run<ParameterBuild>(x => x.Show, "--dry-run", "true", "First");

        Assert.Equal(["Show Succeeded"], result.Table);
    }

    private static string? Joined(string[]? items) => items is null ? null : string.Join('|', items);

    private ParameterBuild Show(params string[] arguments)
    {
        ParameterBuild.Seen = null;
        _call.Run<ParameterBuild>(x => x.Show, arguments);
        return ParameterBuild.Seen!;
    }
}
