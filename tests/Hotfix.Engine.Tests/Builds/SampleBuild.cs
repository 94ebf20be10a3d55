using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

namespace Hotfix.Engine.Tests.Builds;

/// <summary>The build that NUKE was observed with: a hotfix pipeline of components, and targets that fail in each way.</summary>
internal sealed class SampleBuild : NukeBuild, ICreateHotfixBranch, IRunTests, IOpenPR, IAwaitMerge, IRelease
{
    [Parameter("Leaves everything as it is")]
    private readonly bool DryRun;

    public static int Start() => Execute<SampleBuild>(x => x.Hotfix);

    public Target Hotfix => _ => _.Description("Runs the whole hotfix pipeline").DependsOn<IRelease>();

    public Target First => _ => _.Executes(() => Log.Information("First"));

    public Target Boom => _ => _.DependsOn(First).Executes(() => throw new InvalidOperationException("boom happened\nsecond line"));

    public Target AfterBoom => _ => _.DependsOn(Boom).Executes(() => Log.Information("After boom"));

    public Target Cleanup => _ => _.TriggeredBy(Boom).AssuredAfterFailure().Executes(() => Log.Information("Cleanup"));

    public Target Conditional => _ => _.DependsOn(First).OnlyWhenStatic(() => DryRun).Executes(() => Log.Information("Conditional"));

    public Target Later => _ => _.DependsOn(First).OnlyWhenDynamic(() => DryRun).Executes(() => Log.Information("Later"));

    public Target Wait =>
        _ =>
            _.Executes(() =>
            {
                Log.Information("Waiting");
                Thread.Sleep(Timeout.Infinite);
            });

    public Target WaitForChild =>
        _ =>
            _.Unlisted()
                .Executes(() =>
                {
                    using IProcess child = ProcessTasks.StartProcess("sleep", "60");
                    Log.Information("Child {Id}", child.Id);
                    child.AssertZeroExitCode();
                });

    public Target AfterWait => _ => _.AssuredAfterFailure().TriggeredBy(Wait).Executes(() => Log.Information("Tidied up"));

    public Target Code => _ => _.Executes(() => ExitCode = 42);
}
