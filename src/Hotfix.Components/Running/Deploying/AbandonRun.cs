using Hotfix.Core.Abandoning;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Abandoning;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.Deploying;

/// <summary>One run of <c>Abandon</c>.</summary>
internal sealed class AbandonRun(IAbandon build)
{
    private readonly HotfixRun _run = build.Run;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        string? reason = RequestParser.Reason("--reason", build.Reason);
        Services services = await _run.ServicesAsync(cancellationToken);
        AbandonFacts facts = await new AbandonLook(services.GitReader, services.RequiredGitHubReader, TimeProvider.System).ReadAsync(_run.Request, reason, cancellationToken);
        switch (AbandonPlanner.Plan(facts))
        {
            case PlanResult.Refused refused:
                throw _run.Refuse([.. refused.Refusals]);
            case PlanResult.Ready ready when build.DryRun:
                _run.Rehearse(ready);
                break;
            case PlanResult.Ready ready:
                await ApplyAsync(services, ready, cancellationToken);
                await _run.Teller.TellAsync(facts.Snapshot, seen => seen with { End = ThreadEnd.GivenUp, EndReason = reason }, cancellationToken);
                _run.Record.Conclusion = $"Abandoned: {facts.Snapshot.Hotfix!.Name}";
                break;
            case PlanResult.NothingToDo done:
                foreach (string evidence in done.Evidence)
                    _run.Record.Found(evidence);

                _run.Record.Conclusion = $"Abandoned: {done.Evidence[0]}";
                break;
        }
    }

    private async Task ApplyAsync(Services services, PlanResult.Ready ready, CancellationToken cancellationToken)
    {
        RunRecord.Show(ready);
        foreach (PlanStep step in ready.Steps)
        {
            _run.Record.Add(step switch
            {
                PlanStep.ClosePullRequest close => await services.GitHubWriter.ApplyAsync(close, cancellationToken),
                PlanStep.DeleteRemoteBranch remote => await services.BranchDeleting.ApplyAsync(remote, cancellationToken),
                PlanStep.DeleteBranch local => await services.BranchDeleting.ApplyAsync(local, cancellationToken),
                _ => throw new InvalidOperationException($"Not a step of this target: {step}."),
            });
        }
    }
}
