using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Looking;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>Finds the one hotfix that is out and meant: by a tag, by what the run has released, by its name, or the newest.</summary>
/// <param name="git">Reads the clone and its remote.</param>
/// <param name="github">Reads GitHub.</param>
/// <param name="time">The clock that stamps the look.</param>
internal sealed class HotfixReleaseLook(GitReader git, GitHubAreas github, TimeProvider time)
{
    private const int MostPullRequests = 20;

    /// <summary>A hotfix that was merged earlier is named by its tag.</summary>
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(180);

    /// <summary>One look; fetches the tags.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="wanted"><c>--tag</c>; <c>null</c> without it.</param>
    /// <param name="snapshot">What an earlier stage of the same run saw of its release; <c>null</c> when none did.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HotfixException">HF4141 when the tag is not at the remote, HF4142 when the hotfix is not released, HF4270 when the tag is of no
    /// hotfix, HF4271 when none is released.</exception>
    public Task<ReleasedHotfix> ReadAsync(HotfixRequest request, ReleaseTag? wanted, Snapshot? snapshot, CancellationToken cancellationToken) =>
        MovingRefs.LookAsync(() => ReadOnceAsync(request, wanted, snapshot, cancellationToken));

    private async Task<ReleasedHotfix> ReadOnceAsync(HotfixRequest request, ReleaseTag? wanted, Snapshot? snapshot, CancellationToken cancellationToken)
    {
        if (wanted is null && OfRun(snapshot) is { } ofRun)
            return ofRun;

        RemoteRefs remote = await git.ReadRemoteAsync(request.Remote, cancellationToken);
        if (wanted is not null)
            return await OfTagAsync(request, remote, wanted, cancellationToken);

        WorkTree tree = await git.ReadWorkTreeAsync(cancellationToken);
        return request.Branch is not null || (tree.Branch is { } current && request.Conventions.Hotfixes.Fits(current))
            ? await NamedAsync(request, remote, cancellationToken)
            : await NewestAsync(remote, cancellationToken);
    }

    /// <summary>What a run has released or found released; <c>null</c> outside a hotfix, and before its release.</summary>
    public static ReleasedHotfix? OfRun(Snapshot? snapshot) =>
        snapshot is { Hotfix: not null, PullRequest: { State: PullRequestState.Merged } pullRequest, Release: { } release, Remote: var remote }
        && release.Containing is { } tag
            ? new ReleasedHotfix(tag.Release!, tag.Commit, pullRequest, remote)
            : null;

    private async Task<ReleasedHotfix> OfTagAsync(HotfixRequest request, RemoteRefs remote, ReleaseTag wanted, CancellationToken cancellationToken)
    {
        RemoteTag tag = remote.Tag(wanted.Name) ?? throw new HotfixException(DeployRefusals.NoSuchTag(wanted, remote));
        PullRequest? direct = await github.PullRequests.FindOfCommitAsync(tag.Commit, cancellationToken);
        if (direct is not null && IsHotfix(direct, remote) && (request.Branch is null || direct.HeadBranch == request.Branch))
            return new ReleasedHotfix(wanted, tag.Commit, direct, remote);

        // Where something else tags, the tag lies behind the merge.
        foreach (PullRequest pullRequest in await MergedAsync(remote, cancellationToken))
        {
            if (
                (request.Branch is null || pullRequest.HeadBranch == request.Branch)
                && await ReleaseOfAsync(pullRequest, remote, cancellationToken) is { } released
                && released.Name == tag.Name
            )
            {
                return new ReleasedHotfix(wanted, tag.Commit, pullRequest, remote);
            }
        }

        throw new HotfixException(PostMortemRefusals.NoHotfix(wanted, direct));
    }

    private async Task<ReleasedHotfix> NamedAsync(HotfixRequest request, RemoteRefs remote, CancellationToken cancellationToken)
    {
        Snapshot snapshot = await new SnapshotReader(git, github, time).ReadAsync(request, cancellationToken);
        if (snapshot.PullRequest is not { State: PullRequestState.Merged, MergeCommitSha: { } merge } pullRequest)
            throw new HotfixException(DeployRefusals.NotReleased(snapshot, merged: null));

        await git.FetchAsync(remote, Present(remote, [pullRequest]), Releases(remote), cancellationToken);
        RemoteTag tag = await ReleaseOfAsync(pullRequest, remote, cancellationToken) ?? throw new HotfixException(DeployRefusals.NotReleased(snapshot, merge));
        return new ReleasedHotfix(tag.Release!, tag.Commit, pullRequest, remote);
    }

    private async Task<ReleasedHotfix> NewestAsync(RemoteRefs remote, CancellationToken cancellationToken)
    {
        IReadOnlyList<PullRequest> merged = await MergedAsync(remote, cancellationToken);
        foreach (PullRequest pullRequest in merged)
        {
            // Another product's fix is in the history of this one's next release, too.
            if (await ReleaseOfAsync(pullRequest, remote, cancellationToken) is { } tag && await IsOfProductAsync(pullRequest, tag, remote, cancellationToken))
                return new ReleasedHotfix(tag.Release!, tag.Commit, pullRequest, remote);
        }

        throw new HotfixException(PostMortemRefusals.NothingReleased(merged.Count));
    }

    /// <summary>Merged hotfixes, the last merged first; what they are compared with is fetched.</summary>
    private async Task<IReadOnlyList<PullRequest>> MergedAsync(RemoteRefs remote, CancellationToken cancellationToken)
    {
        PullRequest[] merged =
        [
            .. (await github.PullRequests.ListMergedAsync(remote.Conventions.Hotfixes.Text, time.GetUtcNow() - LongestAgo, MostPullRequests, cancellationToken))
                .Where(pullRequest => pullRequest.MergeCommitSha is not null)
                .OrderByDescending(pullRequest => pullRequest.MergedAt)
                .Take(MostPullRequests),
        ];
        await git.FetchAsync(remote, Present(remote, merged), merged.Length == 0 ? [] : Releases(remote), cancellationToken);
        return merged;
    }

    private async Task<RemoteTag?> ReleaseOfAsync(PullRequest pullRequest, RemoteRefs remote, CancellationToken cancellationToken)
    {
        CommitSha merge = pullRequest.MergeCommitSha!.Value;
        return await git.ReadTreeAsync(merge, cancellationToken) is null
            ? null
            : new ReleaseSnapshot { Commit = merge, TagsContaining = await git.ListTagsContainingAsync(merge, Releases(remote), cancellationToken) }.Containing;
    }

    private async Task<bool> IsOfProductAsync(PullRequest pullRequest, RemoteTag release, RemoteRefs remote, CancellationToken cancellationToken)
    {
        CommitSha merge = pullRequest.MergeCommitSha!.Value;
        if (remote.Product is not { } folders || release.Commit == merge || (await git.ReadCommitAsync(merge, cancellationToken)).Parents is not [var into, ..])
            return true;

        return (await git.DiffAsync(into, merge, cancellationToken)).Any(change => folders.Holds(change.Path));
    }

    private static bool IsHotfix(PullRequest pullRequest, RemoteRefs remote) =>
        pullRequest.State == PullRequestState.Merged && remote.Conventions.Hotfixes.Fits(pullRequest.HeadBranch);

    private static BranchName[] Present(RemoteRefs remote, IEnumerable<PullRequest> pullRequests) =>
        [.. pullRequests.Select(pullRequest => pullRequest.BaseBranch).Distinct().Where(branch => remote.Tip(branch) is not null)];

    private static RemoteTag[] Releases(RemoteRefs remote) => [.. remote.Tags.Where(tag => tag.Release is { Version.IsPrerelease: false })];
}
