using Hotfix.Core.Execution;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.ForwardPorting;
using Hotfix.Pipeline.Running;

namespace Hotfix.Components.Running.ForwardPorting;

/// <summary>Right after a release from a support line: an open issue stands for the fix until the base branch has it.</summary>
internal static class DebtOfRelease
{
    /// <summary>
    /// Looks for the issue of the newest look's release, and opens it where there is none; does nothing in the standard lane, and nothing twice.
    /// To be called once the release is published, and also when it is found published: a run may have ended in between.
    /// </summary>
    public static async Task EnsureAsync(HotfixRun run, CancellationToken cancellationToken)
    {
        if (run.Snapshot is not { Remote.DefaultBranch: { } baseBranch } snapshot || Debt.Of(run.Request, snapshot) is not { } debt)
            return;

        Services services = await run.ServicesAsync(cancellationToken);
        PlanResult result = DebtPlanner.Ensure(debt, baseBranch, await LookAsync(services, debt, baseBranch, snapshot, cancellationToken));
        if (result is not PlanResult.Ready ready)
        {
            run.Record.Found(Stage.Release, ((PlanResult.NothingToDo)result).Evidence);
            return;
        }

        RunRecord.Show(ready);
        var runner = new DebtRunner(services.Issues, services.Comments);
        foreach (PlanStep step in run.Build.DryRun ? [] : ready.Steps)
            run.Record.Add(await runner.ApplyAsync(step, cancellationToken));
    }

    private static async Task<DebtLooked> LookAsync(Services services, Debt debt, BranchName baseBranch, Snapshot snapshot, CancellationToken cancellationToken)
    {
        Issue? issue = await services.Issues.FindAsync(debt.Marker, Debt.Label, cancellationToken);
        if (issue is { IsOpen: true })
            return new DebtLooked(issue, HasEnd: false, State: null);

        if (issue is not null && await HasEndAsync(services.Comments, issue.Number, cancellationToken))
            return new DebtLooked(issue, HasEnd: true, State: null);

        ForwardPortLooked? looked = snapshot.Remote.Tip(baseBranch) is not { } tip ? null
            : await new DebtLook(services.GitReader, services.Patches).ReadAsync(debt.Tag, snapshot.Remote, new BranchTip(baseBranch, tip), cancellationToken);
        return new DebtLooked(issue, HasEnd: false, looked is null ? null : ForwardPortAssessment.Assess(looked.Facts));
    }

    // Ended with proof or with a decision of ours, and not just closed.
    private static async Task<bool> HasEndAsync(IComments comments, int issue, CancellationToken cancellationToken) =>
        (await comments.FindAsync(issue, DebtRecord.Proof, cancellationToken) ?? await comments.FindAsync(issue, DebtRecord.Decision, cancellationToken)) is not null;
}
