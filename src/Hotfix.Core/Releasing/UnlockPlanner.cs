using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Releasing;

/// <summary>Plans <c>Rollback --unlock</c>: no issue locks releases.</summary>
internal static class UnlockPlanner
{
    private static readonly Marker Words = new($"{ReleaseGate.LockLabel}/unlocked");

    /// <summary>What is to be done now.</summary>
    /// <param name="locks">Open issues that lock releases.</param>
    /// <param name="reason">Why they may be closed; <c>null</c> when nobody said.</param>
    public static PlanResult Plan(IReadOnlyList<Issue> locks, string? reason) =>
        locks.Count == 0
            ? PlanResult.Done("no issue locks releases")
            : PlanResult.Do(locks.Select(issue => new PlanStep.UnlockReleases(issue.Number, issue.Title) { Comment = Comment(reason) }));

    private static MarkedComment? Comment(string? reason) =>
        reason is null ? null : new MarkedComment(Words, "say why releases are unlocked", $"Unlocked: {MarkdownText.Escape(reason)}");
}
