using Hotfix.Core.PullRequests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>The commits that a hotfix went through, as far as it has come.</summary>
internal static class ShaChain
{
    /// <summary>base → tested → pull request head → merge commit → tag; links that do not exist yet are left out.</summary>
    public static IReadOnlyList<ShaLink> Of(Snapshot snapshot) => [.. Links(snapshot)];

    private static IEnumerable<ShaLink> Links(Snapshot snapshot)
    {
        // A branch without a commit of its own has not left the base yet.
        if (snapshot.Hotfix is { MergeBase: { } mergeBase } hotfix && mergeBase != hotfix.Tip)
            yield return new ShaLink("base", mergeBase);

        if ((snapshot.Evidence ?? PullRequestReport.ReadEvidence(snapshot.PullRequest?.Body)) is { } evidence)
            yield return new ShaLink("tested", evidence.Commit);

        if (snapshot.PullRequest is { } pullRequest)
        {
            yield return new ShaLink("pull request head", pullRequest.HeadSha);
            if (pullRequest.MergeCommitSha is { } merge && pullRequest.State == PullRequestState.Merged)
                yield return new ShaLink("merge commit", merge);
        }

        if (snapshot.Release is { } release && release.Containing is { } tag)
            yield return new ShaLink($"tag {tag.Name}", tag.Commit);
    }
}
