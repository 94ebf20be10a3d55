using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>A merged pull request that was opened to carry a fix over, and what became of what it brought.</summary>
/// <param name="PullRequest">The pull request.</param>
/// <param name="Untouched">Files of the fix that the base branch has and this did not change: its conflicts were not resolved, or only in part.</param>
/// <param name="TakenBackBy">A later commit of the base branch that takes it back, one line; <c>null</c> when there is none.</param>
internal sealed record CarriedPullRequest(PullRequest PullRequest, IReadOnlyList<string> Untouched, string? TakenBackBy)
{
    /// <summary>Whether the fix is there by it, as people resolved and reviewed it.</summary>
    public bool Brought => Untouched.Count == 0 && TakenBackBy is null;

    /// <summary>One line.</summary>
    public string Describe() =>
        this switch
        {
            { TakenBackBy: { } reverter } => $"#{PullRequest.Number} was merged and taken back by {reverter}",
            { Untouched: [_, ..] } => $"#{PullRequest.Number} was merged without a change of {string.Join(", ", Untouched)}",
            _ => $"#{PullRequest.Number} was merged as {PullRequest.MergeCommitSha?.Short}: the fix as people resolved and reviewed it",
        };
}
