namespace Hotfix.Parity.Builds;

internal interface IHaveTools : IEngineBuild
{
    Target Sharpen => _ => _.Executes(() => { });
}

internal interface IHavePolish : IEngineBuild
{
    Target Polish => _ => _.TryDependsOn<IHaveTools>(x => x.Sharpen).TryAfter<IHaveNothing>(x => x.Nothing).Executes(() => { });
}

internal interface IHaveNothing : IEngineBuild
{
    Target Nothing => _ => _.Executes(() => { });
}

/// <summary>Edges of every kind, ties, conditions, and components.</summary>
internal sealed class OrderBuild : ReportingBuild, IHaveTools, IHavePolish
{
    [Parameter]
    private readonly bool Dry;

    public static int Start() => Execute<OrderBuild>(x => x.A);

    public Target A => _ => _.Executes(() => { });

    public Target B => _ => _.Executes(() => { });

    public Target C => _ => _.DependsOn(A).Before(B).Executes(() => { });

    public Target D => _ => _.After(A).DependentFor(E).Executes(() => { });

    public Target E => _ => _.Executes(() => { });

    public Target F => _ => _.Triggers(A).Executes(() => { });

    public Target G => _ => _.TriggeredBy(E).Executes(() => { });

    public Target Umbrella => _ => _.DependsOn(C, E);

    public Target Gate => _ => _.DependsOn(B).OnlyWhenStatic(() => Dry).Executes(() => { });

    public Target Keeps => _ => _.DependsOn(B).OnlyWhenStatic(() => Dry).WhenSkipped(DependencyBehavior.Execute).Executes(() => { });

    public Target Late => _ => _.DependsOn(B).OnlyWhenDynamic(() => Dry).Executes(() => { });

    public Target NeedsGate => _ => _.DependsOn(Gate, B).Executes(() => { });

    public Target Hidden => _ => _.Unlisted().DependsOn<IHaveTools>().Executes(() => { });

    public Target Sharpen => _ => _.Inherit<IHaveTools>(x => x.Sharpen).Executes(() => { });
}
