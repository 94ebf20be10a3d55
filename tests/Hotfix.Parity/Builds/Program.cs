namespace Hotfix.Parity.Builds;

internal static class Program
{
    /// <summary>Names the build to run, since the arguments belong to the build.</summary>
    public const string Variable = "PARITY_BUILD";

    public static int Main() =>
        Environment.GetEnvironmentVariable(Variable) switch
        {
            nameof(OrderBuild) => OrderBuild.Start(),
            nameof(OutcomeBuild) => OutcomeBuild.Start(),
            nameof(ParameterBuild) => ParameterBuild.Start(),
            nameof(RequirementBuild) => RequirementBuild.Start(),
            nameof(RequiredBuild) => RequiredBuild.Start(),
            nameof(MomentBuild) => MomentBuild.Start(),
            nameof(CircleBuild) => CircleBuild.Start(),
            nameof(SelfBuild) => SelfBuild.Start(),
            nameof(ManyDefaultsBuild) => ManyDefaultsBuild.Start(),
            nameof(NoDefaultBuild) => NoDefaultBuild.Start(),
            _ => throw new InvalidOperationException($"Set {Variable} to a build of this assembly."),
        };
}
