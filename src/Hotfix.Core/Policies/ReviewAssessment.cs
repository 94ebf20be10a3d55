using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Policies;

/// <summary>Reads submitted reviews: of each person the newest that decides, by people who may write, on the head as it is now.</summary>
internal static class ReviewAssessment
{
    /// <summary>Reviews that ask for changes and stand.</summary>
    public static IEnumerable<Review> Blocking(IReadOnlyList<Review> reviews) =>
        Standing(reviews).Where(review => review.Decision == ReviewDecision.ChangesRequested && review.CanWrite);

    /// <summary>Reviews that approve this very head.</summary>
    public static IEnumerable<Review> Approving(IReadOnlyList<Review> reviews, PullRequest pullRequest) =>
        Standing(reviews)
            .Where(review =>
                review.Decision == ReviewDecision.Approved
                && review.CanWrite
                && review.Commit == pullRequest.HeadSha
                && !string.Equals(review.Author, pullRequest.Author, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>What is missing until the required number has approved; <c>null</c> when nothing is.</summary>
    public static Wait? Missing(Snapshot snapshot)
    {
        PullRequest pullRequest = snapshot.PullRequest!;
        int given = Approving(snapshot.Reviews, pullRequest).Count();
        int required = snapshot.Rules.RequiredApprovals;
        if (given >= required)
            return MissingFromOthers(snapshot, pullRequest);

        Review[] older = [.. Standing(snapshot.Reviews).Where(review => review.Decision == ReviewDecision.Approved && review.Commit != pullRequest.HeadSha)];
        string[] readers =
        [
            .. Standing(snapshot.Reviews).Where(review => review.Decision == ReviewDecision.Approved && !review.CanWrite).Select(review => review.Author),
        ];
        string what =
            older.Length > 0
                ? $"{given} of {required} approvals; {older[0].Author} approved {older[0].Commit?.Short ?? "an earlier head"}, and the head is {pullRequest.HeadSha.Short} now"
            : readers.Length > 0
                ? $"{given} of {required} approvals; {string.Join(" and ", readers)} approved and may not write here, so that it does not count"
            : $"{given} of {required} approvals";
        string[] asked = [.. pullRequest.RequestedReviewers.Concat(older.Select(review => review.Author)).Distinct(StringComparer.OrdinalIgnoreCase)];
        string who = asked.Length > 0 ? string.Join(" or ", asked) : $"anybody with write access but {pullRequest.Author}";
        return new Wait(what, $"a review by {who}: {pullRequest.Url}", IsPerson: true);
    }

    // The approval of whoever pushed last counts for the number, and not for this rule.
    private static Wait? MissingFromOthers(Snapshot snapshot, PullRequest pullRequest)
    {
        if (!snapshot.Rules.RequiresLastPushApproval || snapshot.LastPusher is not { } pusher)
            return null;

        return Approving(snapshot.Reviews, pullRequest).Any(review => !string.Equals(review.Author, pusher, StringComparison.OrdinalIgnoreCase))
            ? null
            : new Wait(
                $"{pusher} pushed last, and the rules want somebody else's approval of that push",
                $"a review by anybody with write access but {pusher}: {pullRequest.Url}",
                IsPerson: true
            );
    }

    // A comment does not take an earlier approval back; a dismissal does. Of two in the same second the later in the list counts.
    private static IEnumerable<Review> Standing(IReadOnlyList<Review> reviews) =>
        reviews
            .Where(review => review.Decision != ReviewDecision.Commented)
            .GroupBy(review => review.Author, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.OrderBy(review => review.SubmittedAt).Last());
}
