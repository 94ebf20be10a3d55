using System.Reflection;
using Hotfix.Components.Running;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Tests;

public sealed class ArgumentsOfTheBenchmark
{
    [Fact]
    public void PassPartsAndRounds() => Assert.Equal(["status", "branch", "--repetitions", "5"], BenchmarkArguments.Of(["status", " branch"], 5));

    [Fact]
    public void PassTheCommitToCompareWith() =>
        Assert.Equal(["cold", "--repetitions", "3", "--against", "v0.1.0"], BenchmarkArguments.Of(["cold"], 3, "v0.1.0"));

    [Theory]
    [InlineData("--all")]
    [InlineData(" ")]
    public void RefuseWhatIsNoCommit(string against) =>
        Assert.Equal("HF1080", Assert.Throws<HotfixException>(() => BenchmarkArguments.Of(["cold"], rounds: null, against)).Code);

    [Fact]
    public void KnowEveryPartThatTheHelpNames()
    {
        string help = typeof(IBenchmark).GetProperty(nameof(IBenchmark.Parts))!.GetCustomAttribute<ParameterAttribute>()!.Description!;
        string[] parts = help[(help.IndexOf(':', StringComparison.Ordinal) + 1)..help.IndexOf(';', StringComparison.Ordinal)]
            .Split(',', StringSplitOptions.TrimEntries);

        Assert.Contains("report", parts);
        Assert.Equal(parts, BenchmarkArguments.Of(parts, rounds: null));
    }

    [Theory]
    [InlineData("status branch", 9)]
    [InlineData("", 9)]
    [InlineData("status", 0)]
    [InlineData("status", 1_001)]
    public void ThatMeasureNothingAreRefused(string part, int rounds) =>
        Assert.Equal("HF1080", Assert.Throws<HotfixException>(() => BenchmarkArguments.Of([part], rounds)).Code);
}
