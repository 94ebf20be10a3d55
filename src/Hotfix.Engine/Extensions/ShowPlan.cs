namespace Nuke.Common.Execution;

/// <summary>Answers <c>--plan</c> with text; runs nothing.</summary>
internal sealed class ShowPlan(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => 10;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!build.Plan)
            return;

        BuildSession.Current.Console.Write(PlanText.Of(executionPlan));
        throw new BuildAnswered();
    }
}
