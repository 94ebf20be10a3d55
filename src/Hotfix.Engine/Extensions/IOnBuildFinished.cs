namespace Nuke.Common.Execution;

/// <summary>Called last, after the summary.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    /// <summary>Called last, after the summary.</summary>
    void OnBuildFinished();
}
