namespace Nuke.Common.Execution;

/// <summary>Reads <c>.nuke/parameters.json</c> and the profiles, before any value is looked up.</summary>
internal sealed class LoadParameterFiles : IOnBuildCreated
{
    public float Priority => 150;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        BuildSession.Current.Parameters.LoadFiles();
        BuildSession.Current.RefreshVerbosity();
    }
}
