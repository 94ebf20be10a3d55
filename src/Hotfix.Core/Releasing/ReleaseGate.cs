using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Releasing;

/// <summary>What stands between a releasable commit and its release: a lock after a rollback, and fixes that were not carried over.</summary>
internal static class ReleaseGate
{
    /// <summary>Label of the issue that locks releases, until it is closed: after a rollback, or for a freeze that people declare.</summary>
    public const string LockLabel = "release-lock";

    /// <summary>
    /// Every reason against the release; empty when there is none. No lane is exempt: a second fix of a support line adds to what the default branch lacks.
    /// </summary>
    public static IReadOnlyList<Refusal> Refusals(HotfixRequest request, Snapshot snapshot) =>
        snapshot.Release is not { } release
            ? []
            : [.. release.Locks.Select(Locked), .. request.Debt.AcceptedReason is null ? Owed(release).Select(debt => InDebt(debt, snapshot)) : []];

    /// <summary>What is worth knowing before the release: debts that are paid and only not closed yet.</summary>
    public static IReadOnlyList<string> Notes(ReleaseSnapshot release) =>
        [
            .. release
                .Debts.Where(debt => !debt.IsOwed)
                .Select(debt =>
                    $"#{debt.Issue.Number} is open and does not stand in the way: {string.Join("; ", debt.Evidence)}; {OwnCommand.Name} ForwardPort closes it"
                ),
        ];

    /// <summary>Writes the accepted debts down, each on its own issue, before anything is tagged.</summary>
    public static IReadOnlyList<PlanStep> Accepted(HotfixRequest request, ReleaseSnapshot release, ReleaseTag tag) =>
        request.Debt.AcceptedReason is not { } reason
            ? []
            : [.. Owed(release).Select(debt => new PlanStep.WriteComment(debt.Issue.Number, DebtRecord.Accepted(tag, release.Commit, reason)))];

    /// <summary>The accepted debts for the release notes; empty when there are none.</summary>
    public static string AcceptedMarkdown(HotfixRequest request, ReleaseSnapshot release) =>
        request.Debt.AcceptedReason is not { } reason || !Owed(release).Any()
            ? ""
            : $"Released without the fix of {string.Join(", ", Owed(release).Select(debt => $"#{debt.Issue.Number}"))}. Reason given: {MarkdownText.Escape(reason)}\n";

    private static IEnumerable<DebtFound> Owed(ReleaseSnapshot release) => release.Debts.Where(debt => debt.IsOwed);

    private static Refusal Locked(Issue issue) =>
        new(
            "HF4130",
            What: $"Releases are locked by #{issue.Number} '{issue.Title}'; nothing was changed.",
            Why: $"{issue.Author} locked them on {issue.CreatedAt:yyyy-MM-dd HH:mm} UTC: {issue.Url}",
            Next: "When the reason is gone, close that issue, or: ./build.sh Rollback --unlock"
        );

    private static Refusal InDebt(DebtFound debt, Snapshot snapshot) =>
        new(
            "HF4131",
            What: $"{Consequence(debt, snapshot)}: #{debt.Issue.Number} '{debt.Issue.Title}'. Nothing was changed.",
            Why: $"{DebtIssue.Terms(debt.Issue, snapshot.TakenAt)}: {debt.Issue.Url}; {string.Join("; ", debt.Evidence)}.",
            Next: "./build.sh ForwardPort, or release all the same with --accept-debt \"reason\", which is recorded there."
        );

    private static string Consequence(DebtFound debt, Snapshot snapshot) =>
        snapshot.OwesDefaultBranch
            ? $"A fix that production has is owed to {snapshot.Remote.DefaultBranch}, and this release of {snapshot.BaseBranch} would add another"
        : debt.State is null ? $"A fix that production has may not be on {snapshot.BaseBranch}; this release might take it out again"
        : $"A fix that production has is not on {snapshot.BaseBranch}; this release would take it out again";
}
