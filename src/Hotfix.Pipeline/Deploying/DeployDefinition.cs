using Hotfix.Core.Deploying;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Target <c>Deploy</c>: one release to one environment.</summary>
/// <param name="run">The run.</param>
/// <param name="looked">Which release is meant.</param>
/// <param name="environment">Where.</param>
/// <param name="how">How this build deploys, for people; <c>null</c> when it cannot.</param>
internal sealed class DeployDefinition(RunContext run, DeployLooked looked, string environment, string? how) : Definition<DeployFacts>
{
    public override async Task<DeployFacts> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        var asked = new DeployFacts
        {
            Release = looked.Release,
            Environment = environment,
            IsProduction = environment == run.Request.Production.Environment,
            StagingEnvironment = run.Request.StagingEnvironment,
            How = how,
            RunUrl = OwnRun.Url,
        };
        return await new DeployLook(services.Deployments, services.Environments, services.Workflows).ReadAsync(asked, looked.Remote.Tags, cancellationToken);
    }

    public override PlanResult Plan(DeployFacts facts) => DeployPlanner.Plan(facts);

    public override void Shown(DeployFacts facts, PlanResult.Ready ready, bool isRehearsal)
    {
        if (isRehearsal || looked.Tree.Head == facts.Release.Commit || !ready.Steps.Any(step => step is PlanStep.PerformDeployment))
            return;

        Log.Warning(
            "The work tree is at {Head:l}, the release at {Commit:l}: what is deployed is what HOTFIX_SHA says, and steps that build from the work tree would deploy something else",
            looked.Tree.Head?.Short ?? "no commit",
            facts.Release.Commit.Short
        );
    }

    public override Task EndedAsync(TargetEnd<DeployFacts> end, CancellationToken cancellationToken)
    {
        if (end.IsDone)
            run.Record.Conclusion = $"Deployed: {(end.Found.Count > 0 ? end.Found[0] : $"{end.Facts.Release} to {environment}")}";

        return Task.CompletedTask;
    }
}
