namespace Hotfix.Parity.Builds;

internal sealed class CircleBuild : ReportingBuild
{
    public static int Start() => Execute<CircleBuild>(x => x.Fine);

    public Target C1 => _ => _.DependsOn(C2).Executes(() => { });

    public Target C2 => _ => _.DependsOn(C1).Executes(() => { });

    public Target Fine => _ => _.Executes(() => Report("ran"));
}

internal sealed class SelfBuild : ReportingBuild
{
    public static int Start() => Execute<SelfBuild>(x => x.Fine);

    public Target Self => _ => _.DependsOn(Self).Executes(() => { });

    public Target Fine => _ => _.Executes(() => Report("ran"));
}

internal sealed class ManyDefaultsBuild : ReportingBuild
{
    public static int Start() => Execute<ManyDefaultsBuild>(x => x.Pack, x => x.Test);

    public Target Test => _ => _.Executes(() => { });

    public Target Pack => _ => _.DependsOn(Test).Executes(() => { });

    public Target Publish => _ => _.DependsOn(Pack).Executes(() => { });
}

internal sealed class NoDefaultBuild : ReportingBuild
{
    public static int Start() => Execute<NoDefaultBuild>();

    public Target Test => _ => _.Executes(() => { });
}
