namespace Hotfix.Parity.Builds;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class MomentsAttribute
    : BuildExtensionAttributeBase,
        IOnBuildCreated,
        IOnBuildInitialized,
        IOnTargetRunning,
        IOnTargetSucceeded,
        IOnBuildFinished
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => MomentBuild.Say("extension: created");

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        MomentBuild.Say($"extension: initialized {string.Join(' ', executionPlan.Select(target => target.Name))}");

    public void OnTargetRunning(ExecutableTarget target) => MomentBuild.Say($"extension: running {target.Name}");

    public void OnTargetSucceeded(ExecutableTarget target) => MomentBuild.Say($"extension: succeeded {target.Name}");

    public void OnBuildFinished() => MomentBuild.Say("extension: finished");
}

internal interface IWave : IEngineBuild
{
    Target Wave => _ => _.Executes(() => MomentBuild.Say("body of the component"));
}

/// <summary>When what is called.</summary>
[Moments]
internal sealed class MomentBuild : ReportingBuild, IWave
{
    public MomentBuild() => Say("constructor");

    public static int Start() => Execute<MomentBuild>(x => x.Greet);

    public Target Before =>
        _ =>
            _.OnlyWhenStatic(() => Ask("static condition of Before"))
                .OnlyWhenDynamic(() => Ask("dynamic condition of Before"))
                .Executes(() => Say("body of Before"));

    public Target Greet =>
        _ =>
            _.DependsOn(Before)
                .OnlyWhenStatic(() => Ask("static condition of Greet"))
                .OnlyWhenDynamic(() => Ask("dynamic condition of Greet"))
                .Requires(() => Ask("requirement of Greet"))
                .Executes(() => Say("first body of Greet"))
                .Executes(() => Say("second body of Greet"));

    public Target Throws => _ => _.Executes(() => throw new InvalidOperationException("thrown"));

    public Target Wave => _ => _.Inherit<IWave>(x => x.Wave).Executes(() => Say("body of the class"));

    public static void Say(string moment) => Report(moment);

    protected override void OnBuildCreated() => Say("class: created");

    protected override void OnBuildInitialized() => Say("class: initialized");

    protected override void OnTargetRunning(string target) => Say($"class: running {target}");

    protected override void OnTargetSkipped(string target) => Say($"class: skipped {target}");

    protected override void OnTargetSucceeded(string target) => Say($"class: succeeded {target}");

    protected override void OnTargetFailed(string target) => Say($"class: failed {target}");

    protected override void OnBuildFinished() => Say("class: finished");

    private static bool Ask(string question)
    {
        Say(question);
        return true;
    }
}
