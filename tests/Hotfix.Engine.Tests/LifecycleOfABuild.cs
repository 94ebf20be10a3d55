using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

public sealed class LifecycleOfABuild : IDisposable
{
    private readonly EngineCall _call = new();

    public LifecycleOfABuild() => LifecycleBase.Moments.Clear();

    public void Dispose() => _call.Dispose();

    [Fact]
    public void IsInNukesOrder()
    {
        EngineResult result = _call.Run<LifecycleBuild>(x => x.Greet, "--description", "given");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            [
                "constructor",
                "class created",
                "created given",
                "class initialized Before+Greet",
                "initialized",
                "static before",
                "static",
                "requires",
                "dynamic before",
                "running Before",
                "before",
                "succeeded Before",
                "dynamic",
                "running Greet",
                "base body",
                "body",
                "succeeded Greet",
                "class finished",
                "finished",
            ],
            LifecycleBase.Moments
        );
    }

    [Fact]
    public void TellsOfFailures()
    {
        _call.Run<LifecycleBuild>(x => x.Throws);

        Assert.Equal(["running Throws", "failed Throws", "class finished", "finished"], LifecycleBase.Moments.SkipWhile(moment => moment != "running Throws"));
    }

    [Fact]
    public void TellsOfSkippedTargetsWhenTheirTurnComes()
    {
        _call.Run<LifecycleBuild>(x => x.Greet, "Greet", "--skip");

        Assert.Equal(["skipped Before", "dynamic", "running Greet"], LifecycleBase.Moments.SkipWhile(moment => moment != "skipped Before").Take(3));
    }

    [Fact]
    public void RunsTheInheritedActionsFirst()
    {
        _call.Run<LifecycleBuild>(x => x.Wave);

        Assert.Equal(["component wave", "class wave"], LifecycleBase.Moments.Where(moment => moment.EndsWith("wave", StringComparison.Ordinal)));
    }

    [Fact]
    public void EndsAtHelpWithoutAnEnd()
    {
        _call.Run<LifecycleBuild>(x => x.Greet, "--help");

        Assert.DoesNotContain("finished", LifecycleBase.Moments);
    }

    [Fact]
    public void IsRefusedForATargetOfTwoComponents()
    {
        EngineResult result = _call.Run<AmbiguousBuild>(x => x.Fine);

        Assert.Contains("must be implemented explicitly because it is inherited from multiple interfaces", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void IsRefusedForAPrivateTargetOfAComponentsName()
    {
        EngineResult result = _call.Run<PrivateTestBuild>(x => x.Fine);

        Assert.Contains("must be marked public", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void TakesOnePublicTargetForAllComponents()
    {
        EngineResult result = _call.Run<OneTestForAllBuild>(x => x.Test);

        Assert.Equal(["Test Succeeded"], result.Table);
    }

    [Fact]
    public void RefusesToContinue()
    {
        EngineResult result = _call.With("NUKE_CONTINUE", "true").Run<LifecycleBuild>(x => x.Greet);

        Assert.Contains("'--continue' is refused: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(-1, result.ExitCode);
    }

    [Theory]
    [InlineData("--verbosity", "loud", "Verbosity 'loud' is none of Verbose, Normal, Minimal, Quiet.")]
    [InlineData("--host", "Mars", "Host 'Mars' is none of GitHubActions, Terminal.")]
    [InlineData("--root", "nowhere", "Root directory '<root>/nowhere' does not exist.")]
    public void IsRefusedForABadValueOfTheEngine(string name, string value, string message)
    {
        EngineResult result = _call.Run<LifecycleBuild>(x => x.Greet, name, value);

        Assert.Equal(message + "\n", result.Output);
        Assert.Equal(-1, result.ExitCode);
    }

    [Fact]
    public void DoesNotMindTheNameOfTheMachine()
    {
        EngineResult result = _call.With("HOST", "laptop").Run<LifecycleBuild>(x => x.Greet);

        Assert.Equal(0, result.ExitCode);
    }
}
