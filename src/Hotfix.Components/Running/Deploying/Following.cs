using Hotfix.Components.Output;
using Hotfix.Core.Deploying;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>Looks at a deployment until it has ended, or until it is a person's move and nobody should wait here for that.</summary>
internal sealed class Following(HotfixRun run, Services services, bool isServerBuild)
{
    private const int FailureLines = 20;
    private readonly TimeProvider _time = services.Clock;
    private readonly HashSet<PlanStep> _started = [];

    /// <summary>The last answer, with what it was decided by. Starts the team's workflow where that is the answer, except in a rehearsal.</summary>
    public async Task<(PlanResult Answer, AwaitDeployFacts Facts)> EndAsync(AwaitDeployFacts asked, RemoteRefs remote, bool isRehearsal, CancellationToken cancellationToken)
    {
        var look = new AwaitDeployLook(new AwaitDeployPorts(services.Deployments, services.Environments, services.Workflows, services.GitReader), remote);
        using var display = new WaitingDisplay(run.Record, run.Terminal);
        long began = _time.GetTimestamp();
        while (true)
        {
            AwaitDeployFacts facts = await look.ReadAsync(asked with { TakenAt = _time.GetUtcNow(), StartedRuns = run.Record.StartedRuns() }, cancellationToken);
            PlanResult result = AwaitDeployPlanner.Plan(facts);
            TimeSpan left = run.Request.Deadline - _time.GetElapsedTime(began);
            if (isRehearsal || result is not (PlanResult.Ready or PlanResult.Waiting) || (result is PlanResult.Waiting waiting && Ends(waiting, facts, left)))
                return (result, facts);

            if (result is PlanResult.Ready ready)
            {
                await StartAsync(ready, cancellationToken);
                continue;
            }

            await display.PauseAsync(
                run.Request.PollInterval < left ? run.Request.PollInterval : left,
                () => new WaitingState($"{facts.Release} to {facts.Environment}", WaitingBoard.Of(facts.Run?.Jobs ?? []), ((PlanResult.Waiting)result).Waits, _time.GetElapsedTime(began), run.Request.Deadline),
                cancellationToken);
        }
    }

    /// <summary>Prints the last lines of what failed, so that nobody has to open a browser first.</summary>
    public async Task ShowFailureAsync(AwaitDeployFacts facts, CancellationToken cancellationToken)
    {
        foreach (WorkflowJob job in facts.Run?.Jobs.Where(job => job.State == RunState.Failed) ?? [])
        {
            foreach (string line in await services.Workflows.ReadFailureAsync(job, FailureLines, cancellationToken))
                Log.Error("{Job:l} | {Line:l}", job.Name, line);
        }
    }

    private bool Ends(PlanResult.Waiting waiting, AwaitDeployFacts facts, TimeSpan left) =>
        left <= TimeSpan.Zero
        || waiting.Waits is [var only] && only == AwaitDeployPlanner.WhoDeploys(facts)
        || isServerBuild && waiting.Waits.Any(wait => wait.IsPerson);

    private async Task StartAsync(PlanResult.Ready ready, CancellationToken cancellationToken)
    {
        RunRecord.Show(ready);
        foreach (PlanStep.StartDeployWorkflow step in ready.Steps.OfType<PlanStep.StartDeployWorkflow>())
        {
            if (!_started.Add(step))
                throw DeployErrors.NotFollowed(step);

            WorkflowRun started = await services.Workflows.DispatchAsync(
                new WorkflowDispatch(step.File, step.Branch, new Dictionary<string, string> { ["tag"] = step.Release.Tag.Name }, step.CorrelationId), cancellationToken);
            run.Record.Add(new Outcome(step, started.Url));
        }
    }
}
