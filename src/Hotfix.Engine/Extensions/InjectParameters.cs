namespace Nuke.Common.Execution;

/// <summary>Sets the <c>[Parameter]</c> members of the build class.</summary>
internal sealed class InjectParameters(NukeBuild build) : IOnBuildCreated
{
    public float Priority => 100;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) =>
        InjectedMembers.Inject(build, attribute => attribute is ParameterAttribute);
}
