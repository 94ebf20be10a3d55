using Hotfix.Core.Plans;

namespace Hotfix.Core.Deploying;

/// <summary>Plans <c>Verify</c>: what runs is asked each time, since nothing that was seen before proves it.</summary>
internal static class VerifyPlanner
{
    /// <summary>What is to be done now.</summary>
    /// <param name="environment">Its name.</param>
    /// <param name="looked">What it should run.</param>
    /// <param name="how">What is asked, for people.</param>
    public static PlanResult Plan(string environment, DeployLooked looked, string how) =>
        PlanResult.Do([new PlanStep.VerifyEnvironment(environment, looked.Release, how) { Tags = looked.Remote.Tags }]);
}
