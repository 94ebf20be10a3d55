using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class OrderOfTargets : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Theory]
    [InlineData("A B", "A", "B")]
    [InlineData("A B", "B", "A")]
    [InlineData("A", "A", "A")]
    [InlineData("A C B", "B", "C")]
    [InlineData("D E", "E")]
    [InlineData("A D E", "E", "A")]
    [InlineData("F A", "F")]
    public void IsByEdgesAlsoThroughTargetsThatAreNotPlanned(string expected, params string[] targets)
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.A, targets);

        Assert.Equal(expected.Split(' ').Select(name => $"{name} Succeeded"), result.Table);
    }

    [Theory]
    [InlineData("First", "Test")]
    [InlineData("Test", "First")]
    public void IsTheLaterDeclaredFirstInATie(params string[] targets)
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, targets);

        Assert.Equal(["Test Succeeded", "First Succeeded"], result.Table);
    }

    [Fact]
    public void IsIncompleteWithATieWhenStrict()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.A, "C", "--strict", "--no-logo");

        Assert.StartsWith("Incomplete target definition order:\n  - ", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void IsImpossibleInACircleEvenForOtherTargets()
    {
        EngineResult result = _call.Run<CircleBuild>(x => x.Fine, "--no-logo");

        Assert.Equal("Circular dependencies between targets:\n - C2, C1\n", result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void IsImpossibleForATargetThatDependsOnItself()
    {
        EngineResult result = _call.Run<SelfBuild>(x => x.Fine, "--no-logo");

        Assert.Equal("Target 'Self' cannot have a dependency on itself\n", result.Output);
        Assert.Equal(-1, result.ExitCode);
    }
}
