using System.Globalization;
using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.PullRequests;

/// <summary>Which hotfixes are under way: what a run that resumes has to look at.</summary>
internal static class OpenHotfixes
{
    /// <summary>How long after its merge a hotfix is looked at again: its release, and the deployment of it, may still wait for somebody.</summary>
    public static readonly TimeSpan AfterMerge = TimeSpan.FromDays(2);

    /// <summary>One for each branch, the newest first: those with an open pull request, and those merged a short while ago.</summary>
    public static IReadOnlyList<OpenHotfix> Of(IEnumerable<PullRequest> pullRequests, DateTimeOffset now, HotfixConventions conventions) =>
        [
            .. pullRequests
                .Where(pullRequest => conventions.Hotfixes.Fits(pullRequest.HeadBranch))
                .OrderByDescending(pullRequest => pullRequest.Number)
                .DistinctBy(pullRequest => pullRequest.HeadBranch)
                .Where(pullRequest => pullRequest.State == PullRequestState.Open || now - pullRequest.MergedAt < AfterMerge)
                .Select(pullRequest => new OpenHotfix(
                    conventions.Hotfixes.Rest(pullRequest.HeadBranch)!,
                    conventions.Support.LineOf(pullRequest.BaseBranch) is not null ? LaneChoice.Exceptional : LaneChoice.Standard,
                    pullRequest.Url
                )
                {
                    Untested =
                        pullRequest.State != PullRequestState.Open || PullRequestReport.ReadEvidence(pullRequest.Body)?.Commit == pullRequest.HeadSha
                            ? null
                            : pullRequest.HeadSha,
                }),
        ];

    /// <summary>
    /// One hotfix alone, or none: of its name and the numbered ones after it (<c>hotfix/name-2</c>) the last, also before it has a pull
    /// request.
    /// </summary>
    /// <param name="all">What is under way.</param>
    /// <param name="wanted">The branch that the description names.</param>
    /// <param name="lane">What was asked for.</param>
    /// <param name="remote">The remote's branches.</param>
    public static IReadOnlyList<OpenHotfix> Only(IReadOnlyList<OpenHotfix> all, BranchName wanted, LaneChoice lane, RemoteRefs remote)
    {
        IEnumerable<OpenHotfix> branches = remote
            .Branches.Where(branch => remote.Conventions.Hotfixes.Fits(branch.Key))
            .Select(branch => new OpenHotfix(remote.Conventions.Hotfixes.Rest(branch.Key)!, lane, Url: "") { Untested = branch.Value });
        return
        [
            .. all.Concat(branches)
                .Select(hotfix => (Hotfix: hotfix, Number: NumberOf(wanted, $"{remote.Conventions.Hotfixes}{hotfix.Description}")))
                .Where(found => found.Number > 0)
                .DistinctBy(found => found.Number)
                .OrderByDescending(found => found.Number)
                .Take(1)
                .Select(found => found.Hotfix),
        ];
    }

    private static int NumberOf(BranchName wanted, string branch)
    {
        if (branch == wanted.Value)
            return 1;

        return
            branch.StartsWith($"{wanted}-", StringComparison.Ordinal)
            && int.TryParse(branch[(wanted.Value.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;
    }
}
