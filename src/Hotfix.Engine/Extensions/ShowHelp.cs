namespace Nuke.Common.Execution;

/// <summary>Answers <c>--help</c>, and a call that names no target where there is no default.</summary>
internal sealed class ShowHelp(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 5;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!build.Help && executionPlan.Count > 0)
            return;

        BuildSession.Current.Console.Write(HelpText.Of(build, executableTargets));
        throw new BuildAnswered();
    }
}
