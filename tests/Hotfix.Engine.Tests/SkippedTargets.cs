using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class SkippedTargets : IDisposable
{
    private readonly EngineCall _call = new();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void TakeWithThemWhatNothingElseNeeds()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.Other);

        Assert.Equal(["Only Skipped // Skipped: because of Gate", "Gate Skipped // OnlyWhen: Dry", "Shared Succeeded", "Other Succeeded"], result.Table);
    }

    [Fact]
    public void LetTheirDependenciesRunWhenTheySaySo()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.Top);

        Assert.Equal(["Shared Succeeded", "Kept Succeeded", "Top Skipped // OnlyWhen: Dry"], result.Table);
    }

    [Fact]
    public void TakeTheirDependenciesWithThemWhenInvoked()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "Conditional");

        Assert.Equal(["First Skipped // Skipped: because of Conditional", "Conditional Skipped // OnlyWhen: DryRun"], result.Table);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void AreNotAskedForTheirRequirements()
    {
        EngineResult skipped = _call.Run<OrderBuild>(x => x.Other);
        EngineResult scheduled = _call.Run<OrderBuild>(x => x.Other, "--dry");

        Assert.Equal(0, skipped.ExitCode);
        Assert.Contains("Target 'Gate' requires member 'Missing' to be not null or empty", scheduled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AreAllButTheInvokedWithAnEmptySkip()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.A, "C", "--skip");

        Assert.Equal(["A Skipped // Skipped: via parameter", "C Succeeded"], result.Table);
    }

    [Theory]
    [InlineData("--skip", "open-pr")]
    [InlineData("--skip", "OPENPR")]
    [InlineData("--skip", "Nope+OpenPR")]
    public void MayBeNamed(params string[] arguments)
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, arguments);

        Assert.Equal(
            [
                "CreateHotfixBranch Skipped // Skipped: because of OpenPR",
                "Test Skipped // Skipped: because of OpenPR",
                "OpenPR Skipped // Skipped: via parameter",
                "AwaitMerge Succeeded",
                "Release Succeeded",
            ],
            result.Table
        );
    }

    [Fact]
    public void AreNeverTheInvokedOnesByName()
    {
        EngineResult result = _call.Run<SampleBuild>(x => x.Hotfix, "Test", "--skip", "Test");

        Assert.Equal(["Test Succeeded"], result.Table);
    }

    [Fact]
    public void FollowAStoppedStageThroughADynamicCondition()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.Later);

        Assert.Equal(["Stops Succeeded", "Later Skipped // OnlyWhen: ExitCode == null"], result.Table);
        Assert.Contains("Build succeeded", result.Output, StringComparison.Ordinal);
        Assert.Equal(75, result.ExitCode);
    }

    [Fact]
    public void AreNotThoseThatFollowAToleratedFailure()
    {
        EngineResult result = _call.Run<OrderBuild>(x => x.AfterProceeds);

        Assert.Equal(["Proceeds Failed // InvalidOperationException: first", "AfterProceeds Succeeded"], result.Table);
        Assert.Equal(-1, result.ExitCode);
    }
}
