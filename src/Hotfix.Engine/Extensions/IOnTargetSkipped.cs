namespace Nuke.Common.Execution;

/// <summary>Called when a target's turn has come and it is skipped.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    /// <summary>Called when a target's turn has come and it is skipped.</summary>
    void OnTargetSkipped(ExecutableTarget target);
}
