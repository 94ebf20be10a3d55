using Hotfix.Core.Adopting;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Adopting;

/// <summary>The part of <c>Init</c> at GitHub: the environments that the workflows deploy to.</summary>
/// <param name="run">A run in the repository that gets the path.</param>
/// <param name="needed">Which are needed.</param>
internal sealed class EnvironmentsDefinition(RunContext run, EnvironmentFacts needed) : Definition<EnvironmentFacts>
{
    public override async Task<EnvironmentFacts> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        var present = new List<GitHubEnvironment>();
        foreach (string name in needed.Names)
        {
            if (await services.Environments.FindAsync(name, cancellationToken) is { } found)
                present.Add(found);
        }

        return needed with
        {
            Present = present,
            DefaultBranch = (await services.GitReader.ReadRemoteAsync(run.Request.Remote, cancellationToken)).DefaultBranch,
        };
    }

    public override PlanResult Plan(EnvironmentFacts facts) => EnvironmentPlanner.Plan(facts);

    public override void Shown(EnvironmentFacts facts, PlanResult.Ready ready, bool isRehearsal) => run.Record.Found([.. EnvironmentPlanner.Found(facts)]);
}
