using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>From GitHub's words to ours. A word that is not known here is never approval.</summary>
internal static class ReviewMapping
{
    /// <summary>
    /// <c>null</c> for a review that was not submitted yet. Whether it counts is another question: an association does not say who may write.
    /// </summary>
    public static Review? ToReview(this ReviewAnswer answer) =>
        answer.SubmittedAt is { } submittedAt
            ? new Review(
                answer.User?.Login ?? PullRequestMapping.Ghost,
                DecisionOf(answer.State),
                CommitSha.TryParse(answer.CommitId, out CommitSha commit) ? commit : null,
                submittedAt,
                CanWrite: false
            )
            : null;

    /// <summary>Upper case in GraphQL and in REST; webhooks write it small.</summary>
    public static ReviewDecision DecisionOf(string state) =>
        state.ToUpperInvariant() switch
        {
            "APPROVED" => ReviewDecision.Approved,
            "CHANGES_REQUESTED" => ReviewDecision.ChangesRequested,
            "DISMISSED" => ReviewDecision.Dismissed,
            _ => ReviewDecision.Commented,
        };
}
