using Hotfix.Core.Lanes;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Planning;

/// <summary>Which hotfixes are under way: what a run that resumes has to look at.</summary>
public static class OpenHotfixes
{
    /// <summary>How long after its merge a hotfix is looked at again: its release, and the deployment of it, may still wait for somebody.</summary>
    public static readonly TimeSpan AfterMerge = TimeSpan.FromDays(2);

    /// <summary>One for each branch, the newest first: those with an open pull request, and those merged a short while ago.</summary>
    public static IReadOnlyList<OpenHotfix> Of(IEnumerable<PullRequest> pullRequests, DateTimeOffset now) =>
    [
        .. pullRequests
            .Where(pullRequest => pullRequest.HeadBranch.Value.StartsWith(Slug.Prefix, StringComparison.Ordinal))
            .OrderByDescending(pullRequest => pullRequest.Number)
            .DistinctBy(pullRequest => pullRequest.HeadBranch)
            .Where(pullRequest => pullRequest.State == PullRequestState.Open || now - pullRequest.MergedAt < AfterMerge)
            .Select(pullRequest => new OpenHotfix(
                pullRequest.HeadBranch.Value[Slug.Prefix.Length..],
                SupportLine.TryParse(pullRequest.BaseBranch) is not null ? LaneChoice.Exceptional : LaneChoice.Standard,
                pullRequest.Url)),
    ];
}
