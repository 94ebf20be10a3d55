using Nuke.Common;
using Nuke.Common.Execution;

namespace Hotfix.Engine.Tests.Builds;

/// <summary>Notes each moment of its run.</summary>
[Watch(Name = "class", Priority = 1)]
internal class LifecycleBase : NukeBuild
{
    public static List<string> Moments { get; } = [];

    public virtual Target Greet => _ => _.Executes(() => Moments.Add("base body"));

    protected static bool Note(string moment)
    {
        Moments.Add(moment);
        return true;
    }
}

internal sealed class LifecycleBuild : LifecycleBase, IGreet
{
    [Parameter]
    private readonly string Description = "none";

    public LifecycleBuild() => Note("constructor");

    public override Target Greet =>
        _ =>
            _.Base()
                .DependsOn(Before)
                .OnlyWhenStatic(() => Note("static"))
                .OnlyWhenDynamic(() => Note("dynamic"))
                .Requires(() => Note("requires"))
                .Executes(() => Note("body"));

    public Target Before => _ => _.OnlyWhenStatic(() => Note("static before")).OnlyWhenDynamic(() => Note("dynamic before")).Executes(() => Note("before"));

    public Target Wave => _ => _.Inherit<IGreet>(x => x.Wave).Executes(() => Note("class wave"));

    public Target Throws => _ => _.Executes(() => throw new InvalidOperationException("no"));

    protected internal override void OnBuildCreated() => Note($"created {Description}");

    protected internal override void OnBuildInitialized() => Note("initialized");

    protected internal override void OnTargetRunning(string target) => Note($"running {target}");

    protected internal override void OnTargetSucceeded(string target) => Note($"succeeded {target}");

    protected internal override void OnTargetFailed(string target) => Note($"failed {target}");

    protected internal override void OnTargetSkipped(string target) => Note($"skipped {target}");

    protected internal override void OnBuildFinished() => Note("finished");
}

internal interface IGreet : INukeBuild
{
    Target Wave => _ => _.Executes(() => LifecycleBase.Moments.Add("component wave"));
}

internal sealed class WatchAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnBuildFinished
{
    public string Name { get; set; } = string.Empty;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => LifecycleBase.Moments.Add($"{Name} created");

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        LifecycleBase.Moments.Add($"{Name} initialized {string.Join('+', executionPlan.Select(target => target.Name))}");

    public void OnBuildFinished() => LifecycleBase.Moments.Add($"{Name} finished");
}

internal interface IOneTest : INukeBuild
{
    Target Test => _ => _.Executes(() => { });
}

internal interface IOtherTest : INukeBuild
{
    Target Test => _ => _.Executes(() => { });
}

internal sealed class AmbiguousBuild : NukeBuild, IOneTest, IOtherTest
{
    public Target Fine => _ => _.Executes(() => { });
}

internal sealed class PrivateTestBuild : NukeBuild, IOneTest
{
    public Target Fine => _ => _.Executes(() => { });

    private Target Test => _ => _.Executes(() => { });
}

internal sealed class OneTestForAllBuild : NukeBuild, IOneTest, IOtherTest
{
    public Target Test => _ => _.Inherit<IOtherTest>(x => x.Test);
}
