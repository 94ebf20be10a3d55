using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>
/// Right after a release from a support line: an open issue stands for the fix until the base branch has it. To be run once the release is published,
/// and also when it is found published: a run may have ended in between.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="debt">What was run up.</param>
/// <param name="baseBranch">Where the fix has to arrive.</param>
/// <param name="snapshot">The look at the release.</param>
internal sealed class DebtDefinition(RunContext run, Debt debt, BranchName baseBranch, Snapshot snapshot) : Definition<DebtLooked>
{
    /// <summary>For the newest look's release; <c>null</c> in the standard lane.</summary>
    public static DebtDefinition? Of(RunContext run) =>
        run.Snapshot is { Remote.DefaultBranch: { } baseBranch } snapshot && Debt.Of(run.Request, snapshot) is { } debt
            ? new DebtDefinition(run, debt, baseBranch, snapshot)
            : null;

    public override PlanResult Plan(DebtLooked facts) => DebtPlanner.Ensure(debt, baseBranch, facts);

    public override async Task<DebtLooked> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        Issue? issue = await services.Issues.FindAsync(debt.Marker, Debt.Label, cancellationToken);
        if (issue is { IsOpen: true })
            return new DebtLooked(issue, HasEnd: false, State: null);

        if (issue is not null && await HasEndAsync(services, issue.Number, cancellationToken))
            return new DebtLooked(issue, HasEnd: true, State: null);

        ForwardPortLooked? looked = snapshot.Remote.Tip(baseBranch) is not { } tip
            ? null
            : await new DebtLook(services.GitReader, services.Patches).ReadAsync(debt.Tag, snapshot.Remote, new BranchTip(baseBranch, tip), cancellationToken);
        return new DebtLooked(issue, HasEnd: false, looked is null ? null : ForwardPortAssessment.Assess(looked.Facts));
    }

    // Ended with proof or with a decision of ours, and not just closed.
    private static async Task<bool> HasEndAsync(Services services, int issue, CancellationToken cancellationToken) =>
        (
            await services.Comments.FindAsync(issue, DebtRecord.Proof, cancellationToken)
            ?? await services.Comments.FindAsync(issue, DebtRecord.Decision, cancellationToken)
        )
            is not null;
}
