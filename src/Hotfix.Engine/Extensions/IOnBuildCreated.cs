namespace Nuke.Common.Execution;

/// <summary>Called once the targets are known and before the plan is made.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    /// <summary>Called once the targets are known and before the plan is made.</summary>
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}
