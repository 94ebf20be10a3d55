using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>What stands between a releasable commit and its release: a lock after a rollback, and fixes that were not carried over.</summary>
public static class ReleaseGate
{
    /// <summary>Label of the issue that locks releases, until it is closed: after a rollback, or for a freeze that people declare.</summary>
    public const string LockLabel = "release-lock";

    /// <summary>Label of the issue that stands for a fix that has to be carried to the base branch, until it is closed.</summary>
    public const string DebtLabel = "forward-port";

    /// <summary>Every reason against the release; empty when there is none.</summary>
    /// <param name="locks">Open issues with <see cref="LockLabel"/>.</param>
    /// <param name="debts">Open issues with <see cref="DebtLabel"/>; the caller leaves out those of the very hotfix that is to be released.</param>
    /// <param name="acceptedDebt">The reason that <c>--accept-debt</c> gives, which is recorded; <c>null</c> without it.</param>
    public static IReadOnlyList<Refusal> Refusals(IReadOnlyList<Issue> locks, IReadOnlyList<Issue> debts, string? acceptedDebt) =>
        [.. locks.Select(Locked), .. acceptedDebt is null ? debts.Select(InDebt) : []];

    private static Refusal Locked(Issue issue) => new(
        "HF4130",
        What: $"Releases are locked by #{issue.Number} '{issue.Title}'; nothing was changed.",
        Why: $"{issue.Author} locked them on {issue.CreatedAt:yyyy-MM-dd HH:mm} UTC: {issue.Url}",
        Next: "When the reason is gone, close that issue, or: ./build.sh Rollback --unlock");

    private static Refusal InDebt(Issue issue) => new(
        "HF4131",
        What: $"A fix that production has is not on the base branch: #{issue.Number} '{issue.Title}'; a release would take it out again. Nothing was changed.",
        Why: $"{(issue.Assignees.Count > 0 ? string.Join(", ", issue.Assignees) : issue.Author)} owes it since {issue.CreatedAt:yyyy-MM-dd}: {issue.Url}",
        Next: "./build.sh ForwardPort, or release all the same with --accept-debt \"reason\", which is recorded there.");
}
