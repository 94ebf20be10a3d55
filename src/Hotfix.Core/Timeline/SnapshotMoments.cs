using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Timeline;

/// <summary>The moments that a snapshot knows of. What it did not look at is missing: the way to production, for one.</summary>
internal static class SnapshotMoments
{
    /// <summary>First commit, pull request, reviews, merge and release, in no order.</summary>
    public static IReadOnlyList<Moment> Of(Snapshot snapshot) => [.. Branch(snapshot), .. PullRequest(snapshot), .. Release(snapshot)];

    private static IEnumerable<Moment> Branch(Snapshot snapshot)
    {
        if (snapshot.Hotfix is { Commits: { Count: > 0 } commits } && commits.MinBy(commit => commit.CommittedAt) is { } first)
            yield return new Moment(MomentKind.FirstCommit, first.CommittedAt, $"commit {first.Sha.Short}");
    }

    private static IEnumerable<Moment> PullRequest(Snapshot snapshot)
    {
        if (snapshot.PullRequest is not { } pullRequest)
            yield break;

        string source = string.Create(CultureInfo.InvariantCulture, $"pull request #{pullRequest.Number}");
        yield return new Moment(MomentKind.PullRequest, pullRequest.CreatedAt, source, pullRequest.Url);
        if (snapshot.Reviews.Count > 0)
        {
            Review first = snapshot.Reviews.MinBy(review => review.SubmittedAt)!;
            yield return new Moment(MomentKind.FirstReview, first.SubmittedAt, $"review by {first.Author}", pullRequest.Url);
        }

        foreach (Review approval in snapshot.Reviews.Where(review => review is { Decision: ReviewDecision.Approved, CanWrite: true }))
            yield return new Moment(MomentKind.Approval, approval.SubmittedAt, $"approval by {approval.Author}", pullRequest.Url);

        if (pullRequest.MergedAt is { } merged)
            yield return new Moment(MomentKind.Merge, merged, source, pullRequest.Url);
    }

    private static IEnumerable<Moment> Release(Snapshot snapshot)
    {
        if (snapshot.Release?.Release is { IsDraft: false, PublishedAt: { } published } release && ReleaseTag.TryParse(release.TagName) is { } tag)
            yield return new Moment(MomentKind.Release, published, $"release {tag.Name}", release.Url);
        else if (snapshot.Release is { Release: null, TaggedAt: { } tagged, Containing: { } containing })
            yield return new Moment(MomentKind.Release, tagged, $"tag {containing.Name}");
    }
}
