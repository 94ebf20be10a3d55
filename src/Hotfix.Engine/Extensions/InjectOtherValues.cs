namespace Nuke.Common.Execution;

/// <summary>Sets the members whose values cost something to find, such as <c>[GitRepository]</c>: only when a build really starts.</summary>
internal sealed class InjectOtherValues(NukeBuild build) : IOnBuildInitialized
{
    public float Priority => -100;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        InjectedMembers.Inject(build, attribute => attribute is not ParameterAttribute);
}
