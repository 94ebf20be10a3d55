using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>Deploy</c>: looks, plans, shows, and applies exactly that.</summary>
internal sealed class DeployRun(IDeploy build)
{
    private readonly HotfixRun _run = build.Run;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        DeployRequest request = DeployRequests.Parse(build);
        string environment = request.Environment
            ?? throw Refuse(DeployRefusals.NoEnvironment(_run.Request.Production.Environment, request.StagingEnvironment));
        Services services = await _run.ServicesAsync(cancellationToken);
        DeployLooked looked = await DeployLooks.FindAsync(_run, request, cancellationToken);
        if (looked.Release.NotContained is { } why)
            throw Refuse(why);

        await _run.Teller.TellAsync(looked, () => ExecuteAsync(services, looked, environment, cancellationToken), seen => seen, cancellationToken);
    }

    /// <summary>Deploys one release to one environment; <c>false</c> when the run stopped for somebody's move, or only rehearsed.</summary>
    public async Task<bool> ExecuteAsync(Services services, DeployLooked looked, string environment, CancellationToken cancellationToken)
    {
        DeployFacts facts = await LookAsync(services, looked, environment, cancellationToken);
        switch (DeployPlanner.Plan(facts))
        {
            case PlanResult.NothingToDo found:
                _run.Record.Found(found.Evidence[0]);
                _run.Record.Conclusion = $"Deployed: {found.Evidence[0]}";
                return true;
            case PlanResult.Waiting waiting:
                _run.Stop(waiting.Waits);
                return false;
            case PlanResult.Refused refused:
                throw Refuse([.. refused.Refusals]);
            case PlanResult.Ready ready when build.DryRun:
                _run.Rehearse(ready);
                return false;
            case PlanResult.Ready ready:
                await ApplyAsync(services, facts, looked.Tree, ready, cancellationToken);
                _run.Record.Conclusion = $"Deployed: {facts.Release} to {environment}";
                return true;
            default:
                throw new InvalidOperationException("Not an answer of this planner.");
        }
    }

    /// <summary>What would be done; applies nothing.</summary>
    public async Task<PlanResult> PlanAsync(Services services, DeployLooked looked, string environment, CancellationToken cancellationToken) =>
        DeployPlanner.Plan(await LookAsync(services, looked, environment, cancellationToken));

    private async Task<DeployFacts> LookAsync(Services services, DeployLooked looked, string environment, CancellationToken cancellationToken)
    {
        DeployRequest request = DeployRequests.Parse(build);
        var asked = new DeployFacts
        {
            Release = looked.Release,
            Environment = environment,
            IsProduction = environment == _run.Request.Production.Environment,
            StagingEnvironment = request.StagingEnvironment,
            How = DeploySteps.Describe(build),
            RunUrl = OwnRun.Url,
        };
        return await new DeployLook(services.Deployments, services.Environments, services.Workflows).ReadAsync(asked, looked.Remote.Tags, cancellationToken);
    }

    private async Task ApplyAsync(Services services, DeployFacts facts, WorkTree tree, PlanResult.Ready ready, CancellationToken cancellationToken)
    {
        RunRecord.Show(ready);
        long deployment = 0;
        foreach (PlanStep step in ready.Steps)
        {
            switch (step)
            {
                case PlanStep.RequestDeployment request:
                    deployment = await RequestAsync(services, request, cancellationToken);
                    break;
                case PlanStep.PerformDeployment perform:
                    await PerformAsync(services, (facts, tree), (deployment, perform), cancellationToken);
                    break;
                case PlanStep.ReportDeployment report:
                    await ReportAsync(services, deployment, report, cancellationToken);
                    _run.Record.Add(new Outcome(report, $"deployment {deployment}"));
                    break;
            }
        }
    }

    private async Task<long> RequestAsync(Services services, PlanStep.RequestDeployment step, CancellationToken cancellationToken)
    {
        Deployment deployment = await services.Deployments.CreateAsync(
            new NewDeployment(step.Environment, step.Release.Commit, step.CorrelationId, $"{step.Release.Tag} to {step.Environment}", step.IsProduction), cancellationToken);
        await services.Deployments.ReportAsync(deployment.Id, Status(DeploymentState.InProgress, $"{step.Release.Tag} is being deployed"), cancellationToken);
        _run.Record.Add(new Outcome(step, $"deployment {deployment.Id}{(OwnRun.Url.Length > 0 ? $", {OwnRun.Url}" : "")}", WasFound: step.Existing == deployment.Id));
        return deployment.Id;
    }

    private async Task PerformAsync(
        Services services, (DeployFacts Facts, WorkTree Tree) seen, (long Deployment, PlanStep.PerformDeployment Step) what, CancellationToken cancellationToken)
    {
        DeployFacts facts = seen.Facts;
        if (seen.Tree.Head != facts.Release.Commit)
            Log.Warning("The work tree is at {Head:l}, the release at {Commit:l}: what is deployed is what HOTFIX_SHA says, and steps that build from the work tree would deploy something else", seen.Tree.Head?.Short ?? "no commit", facts.Release.Commit.Short);

        try
        {
            await build.DeployAsync(new DeployTarget(facts.Environment, facts.Release));
            _run.Record.Add(new Outcome(what.Step, "the steps ended well"));
        }
        catch (Exception e)
        {
            // What the team's own code says may be anything that it was told: the words of an exception stay here, as a command's output does.
            (string why, IReadOnlyList<string> output) = e is HotfixException known
                ? (known.Refusal.Why, known.Refusal.Output)
                : ($"The steps threw {e.GetType().Name}; its message is in the log of this run.", e.Message.Split('\n'));
            var failed = new PlanStep.ReportDeployment(facts.Environment, facts.Release.Commit, DeploymentState.Failed, why.Split('\n')[0]);
            await ReportAsync(services, what.Deployment, failed, cancellationToken);
            Refusal refusal = DeployRefusals.Failed(facts, why) with { Output = output };
            _run.Record.Refusals = [refusal];
            throw new HotfixException(refusal, e is HotfixException ? null : e);
        }
    }

    private static Task<DeploymentStatus> ReportAsync(Services services, long deployment, PlanStep.ReportDeployment step, CancellationToken cancellationToken) =>
        services.Deployments.ReportAsync(deployment, Status(step.State, step.Words), cancellationToken);

    private static DeploymentStatus Status(DeploymentState state, string words) => new(0, state, "", words, default, OwnRun.Url);

    private HotfixException Refuse(params Refusal[] refusals) => _run.Refuse(refusals);
}
