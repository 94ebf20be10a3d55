namespace Nuke.Common.Execution;

/// <summary>Calls the methods that a build class may override; after every other extension.</summary>
internal sealed class CallBuildMethods(NukeBuild build)
    : IOnBuildCreated,
        IOnBuildInitialized,
        IOnBuildFinished,
        IOnTargetRunning,
        IOnTargetSkipped,
        IOnTargetSucceeded,
        IOnTargetFailed
{
    public float Priority => float.MinValue;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => build.OnBuildCreated();

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        build.OnBuildInitialized();

    public void OnBuildFinished() => build.OnBuildFinished();

    public void OnTargetRunning(ExecutableTarget target) => build.OnTargetRunning(target.Name);

    public void OnTargetSkipped(ExecutableTarget target) => build.OnTargetSkipped(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => build.OnTargetSucceeded(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => build.OnTargetFailed(target.Name);
}
