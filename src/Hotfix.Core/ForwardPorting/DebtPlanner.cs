using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>Decides what becomes of the issue that a release from a support line needs.</summary>
internal static class DebtPlanner
{
    /// <summary>Right after the release, and whenever it is found published: one issue stands for the fix until it has arrived.</summary>
    /// <param name="debt">What the release ran up.</param>
    /// <param name="baseBranch">Where the fix has to arrive.</param>
    /// <param name="looked">What was seen of its issue.</param>
    public static PlanResult Ensure(Debt debt, BranchName baseBranch, DebtLooked looked) =>
        looked switch
        {
            { Issue: null, State: ForwardPortState.Proven proven } => PlanResult.Done(
                $"{baseBranch} has the fix of {debt.Tag}, so that nothing is owed: {string.Join("; ", proven.Evidence)}"
            ),
            { Issue: null } => PlanResult.Do([new PlanStep.OpenDebt(DebtIssue.Compose(debt, baseBranch))]),
            { Issue: { IsOpen: true } open } => PlanResult.Done($"#{open.Number} stands for the fix of {debt.Tag} until {baseBranch} has it: {open.Url}"),
            { Issue: { } closed, State: ForwardPortState.Open owed } => PlanResult.Do([
                new PlanStep.ReopenDebt(closed.Number, DebtRecord.StillOwed(owed.Evidence)),
            ]),
            { Issue: { } closed } => PlanResult.Done($"#{closed.Number} for the fix of {debt.Tag} is closed: {closed.Url}"),
        };
}
