using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Adopting;

/// <summary>Plans the environments that the workflows deploy to; one that is there is left as it is.</summary>
internal static class EnvironmentPlanner
{
    /// <summary>What is to be done now.</summary>
    public static PlanResult Plan(EnvironmentFacts facts)
    {
        PlanStep[] steps = [.. facts.Names.Where(name => facts.Present.All(one => one.Name != name)).Select(name => Make(name, facts))];
        return steps.Length > 0 ? PlanResult.Do(steps) : PlanResult.Done([.. Found(facts)]);
    }

    /// <summary>What is there already, one line each.</summary>
    public static IEnumerable<string> Found(EnvironmentFacts facts) => facts.Present.Select(one => $"environment {one.Name}, {one.Url}");

    // The one that holds credentials: a run on another ref takes its workflow from there.
    private static PlanStep.MakeEnvironment Make(string name, EnvironmentFacts facts) =>
        new(name)
        {
            BranchPolicy =
                name == facts.OfCredentials && facts.DefaultBranch is { } branch
                    ? new DeploymentBranchPolicy(ProtectedBranchesOnly: false, [branch.Value], [])
                    : null,
        };
}
