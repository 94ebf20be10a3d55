namespace Hotfix.Parity.Builds;

internal interface IHaveTitle : IEngineBuild
{
    [Parameter]
    string? Title => TryGetValue(() => Title);

    Target NeedsTitle => _ => _.Requires(() => Title).Executes(() => { });
}

/// <summary>Requirements of targets: all are checked before the first target runs, those of skipped ones are not.</summary>
internal sealed class RequirementBuild : ReportingBuild, IHaveTitle
{
    [Parameter]
    private readonly int Retries = 3;

    [Parameter]
    private readonly bool Off;

    public static int Start() => Execute<RequirementBuild>(x => x.First);

    public Target First => _ => _.Executes(() => Report("first ran"));

    public Target NeedsRetries => _ => _.DependsOn(First).Requires(() => Retries > 5).Executes(() => { });

    public Target NeedsBoth => _ => _.DependsOn(First).DependsOn<IHaveTitle>().Executes(() => { });

    public Target SkipsNeed => _ => _.DependsOn(Skipped).Executes(() => { });

    public Target Skipped => _ => _.OnlyWhenStatic(() => Off).Requires(() => Retries > 5).Executes(() => { });
}

/// <summary>A requirement of the whole build, whatever the target.</summary>
internal sealed class RequiredBuild : ReportingBuild, IHaveName
{
    public static int Start() => Execute<RequiredBuild>(x => x.First);

    public Target First => _ => _.Executes(() => Report("first ran"));
}

internal interface IHaveName : IEngineBuild
{
    [Required]
    [Parameter]
    string? Name => TryGetValue(() => Name);
}
