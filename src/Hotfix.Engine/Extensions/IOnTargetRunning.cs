namespace Nuke.Common.Execution;

/// <summary>Called right before a target runs.</summary>
public interface IOnTargetRunning : IBuildExtension
{
    /// <summary>Called right before a target runs.</summary>
    void OnTargetRunning(ExecutableTarget target);
}
