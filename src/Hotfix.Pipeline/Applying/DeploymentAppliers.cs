using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies the steps about workflows, environments and one deployment, whose number goes from each step to the next.</summary>
internal sealed class DeploymentAppliers(RunContext run, Services services, BuildSteps build)
{
    private long _deployment;

    public async Task<Outcome> ApplyAsync(PlanStep.RequestDeployment step, CancellationToken cancellationToken)
    {
        Deployment deployment = await services.Deployments.CreateAsync(
            new NewDeployment(step.Environment, step.Release.Commit, step.CorrelationId, $"{step.Release.Tag} to {step.Environment}", step.IsProduction),
            cancellationToken
        );
        _deployment = deployment.Id;
        await ReportAsync(DeploymentState.InProgress, $"{step.Release.Tag} is being deployed", cancellationToken);
        return new Outcome(step, $"deployment {deployment.Id}{(OwnRun.Url.Length > 0 ? $", {OwnRun.Url}" : "")}", WasFound: step.Existing == deployment.Id);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.PerformDeployment step, CancellationToken cancellationToken)
    {
        try
        {
            await build.Of(steps => steps.Deploy)(step, cancellationToken);
            return new Outcome(step, "the steps ended well");
        }
        catch (Exception e)
        {
            // What the team's own code says may be anything that it was told: the words of an exception stay here, as a command's output does.
            (string why, IReadOnlyList<string> output) = e is HotfixException known
                ? (known.Refusal.Why, known.Refusal.Output)
                : ($"The steps threw {e.GetType().Name}; its message is in the log of this run.", e.Message.Split('\n'));
            await ReportAsync(DeploymentState.Failed, why.Split('\n')[0], cancellationToken);
            Refusal refusal = DeployRefusals.Failed(step, why) with { Output = output };
            run.Record.Refusals = [refusal];
            throw new HotfixException(refusal, e is HotfixException ? null : e);
        }
    }

    public async Task<Outcome> ApplyAsync(PlanStep.ReportDeployment step, CancellationToken cancellationToken)
    {
        await ReportAsync(step.State, step.Words, cancellationToken);
        return new Outcome(step, $"deployment {_deployment}");
    }

    public async Task<Outcome> ApplyAsync(PlanStep.StartDeployWorkflow step, CancellationToken cancellationToken)
    {
        WorkflowRun started = await services.Workflows.DispatchAsync(
            new WorkflowDispatch(step.File, step.Branch, step.Inputs, step.CorrelationId) { CorrelationInput = step.CorrelationInput },
            cancellationToken
        );
        return new Outcome(step, started.Url);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.StartRelease step, CancellationToken cancellationToken) =>
        new(step, (await services.Workflows.DispatchAsync(step.Workflow, cancellationToken)).Url);

    public async Task<Outcome> ApplyAsync(PlanStep.MakeEnvironment step, CancellationToken cancellationToken) =>
        new(
            step,
            (await services.Environments.EnsureAsync(new GitHubEnvironment(0, step.Name, "") { BranchPolicy = step.BranchPolicy }, cancellationToken)).Url
        );

    private Task<DeploymentStatus> ReportAsync(DeploymentState state, string words, CancellationToken cancellationToken) =>
        services.Deployments.ReportAsync(_deployment, new DeploymentStatus(0, state, "", words, default, OwnRun.Url), cancellationToken);
}
