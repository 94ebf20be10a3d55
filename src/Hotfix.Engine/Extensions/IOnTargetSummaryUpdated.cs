namespace Nuke.Common.Execution;

/// <summary>Called when a target has reported its summary.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    /// <summary>Called when a target has reported its summary.</summary>
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
