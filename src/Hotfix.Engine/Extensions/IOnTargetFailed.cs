namespace Nuke.Common.Execution;

/// <summary>Called right after a target has thrown.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    /// <summary>Called right after a target has thrown.</summary>
    void OnTargetFailed(ExecutableTarget target);
}
