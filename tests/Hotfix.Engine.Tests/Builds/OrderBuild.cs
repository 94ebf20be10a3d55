using Nuke.Common;

namespace Hotfix.Engine.Tests.Builds;

/// <summary>Targets with every kind of edge.</summary>
internal sealed class OrderBuild : NukeBuild
{
    [Parameter]
    private readonly bool Dry;

    public Target A => _ => _.Executes(() => { });

    public Target B => _ => _.Executes(() => { });

    public Target C => _ => _.DependsOn(A).Before(B).Executes(() => { });

    public Target D => _ => _.After(A).DependentFor(E).Executes(() => { });

    public Target E => _ => _.Executes(() => { });

    public Target F => _ => _.Triggers(A).Executes(() => { });

    public Target Top => _ => _.DependsOn(Kept, Shared).OnlyWhenStatic(() => Dry).WhenSkipped(DependencyBehavior.Execute).Executes(() => { });

    public Target Kept => _ => _.Executes(() => { });

    public Target Shared => _ => _.Executes(() => { });

    public Target Other => _ => _.DependsOn(Shared, Gate).Executes(() => { });

    public Target Gate => _ => _.DependsOn(Only).OnlyWhenStatic(() => Dry).Requires(() => Missing).Executes(() => { });

    public Target Only => _ => _.Executes(() => { });

    public Target Proceeds => _ => _.ProceedAfterFailure().Executes(() => Nuke.Common.Assert.Fail("first"));

    public Target AfterProceeds => _ => _.DependsOn(Proceeds).Executes(() => { });

    public Target Stops => _ => _.Executes(() => ExitCode = 75);

    public Target Later => _ => _.DependsOn(Stops).OnlyWhenDynamic(() => ExitCode == null).Executes(() => { });

    [Parameter]
    public readonly string? Missing;
}

internal sealed class SelfBuild : NukeBuild
{
    public Target Self => _ => _.DependsOn(Self).Executes(() => { });

    public Target Fine => _ => _.Executes(() => { });
}

internal sealed class CircleBuild : NukeBuild
{
    public Target C1 => _ => _.DependsOn(C2).Executes(() => { });

    public Target C2 => _ => _.DependsOn(C1).Executes(() => { });

    public Target Fine => _ => _.Executes(() => { });
}
