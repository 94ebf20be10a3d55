namespace Nuke.Common.Execution;

/// <summary>Called once the plan is made and before any condition is evaluated.</summary>
public interface IOnBuildInitialized : IBuildExtension
{
    /// <summary>Called once the plan is made and before any condition is evaluated.</summary>
    void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan);
}
