using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class RequirementsOfABuild : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Theory]
    [InlineData]
    [InlineData("--forge-url", "")]
    [InlineData("--forge-url", "  ")]
    public void AreCheckedWhateverTheTarget(params string[] arguments)
    {
        EngineResult result = _call.Run<RequiringBuild>(x => x.Fine, arguments);

        Assert.Contains("Member 'forge-url' is required to be not null or empty\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["Fine NotRun"], result.Table);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void AreMetByAValue()
    {
        EngineResult result = _call.Run<RequiringBuild>(x => x.Fine, "--forge-url", "https://x");

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void MayBeConditions()
    {
        EngineResult unmet = _call.Run<ParameterBuild>(x => x.NeedsNumber);
        EngineResult met = _call.Run<ParameterBuild>(x => x.NeedsNumber, "--retries", "6");

        Assert.Matches(@"Target 'NeedsNumber' requires '\(value\(.*ParameterBuild\)\.Retries > 5\)'", unmet.Output);
        Assert.Equal((-1, 0), (unmet.ExitCode, met.ExitCode));
    }

    [Fact]
    public void OfTheEndAreThatNothingThrows()
    {
        EngineResult result = _call.Run<FailingEndBuild>(x => x.Fine);

        Assert.EndsWith("the record could not be written\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }
}
