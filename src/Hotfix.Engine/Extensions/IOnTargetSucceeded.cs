namespace Nuke.Common.Execution;

/// <summary>Called right after a target has run to its end.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    /// <summary>Called right after a target has run to its end.</summary>
    void OnTargetSucceeded(ExecutableTarget target);
}
