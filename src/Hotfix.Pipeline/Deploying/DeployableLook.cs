using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Finds the release that is to be deployed: the tag that was named, else the hotfix's, else the one that the clone stands on.</summary>
/// <param name="git">Reads the clone and its remote.</param>
/// <param name="github">Reads GitHub; only asked for a hotfix without <c>--tag</c>.</param>
/// <param name="messages">Reads the tag's trailer.</param>
/// <param name="time">The clock that stamps the look.</param>
internal sealed class DeployableLook(GitReader git, Func<GitHubAreas> github, TagMessages messages, TimeProvider time)
{
    internal static DeployableLook Of(Services services) => new(services.GitReader, () => services.RequiredGitHub, services.TagMessages, TimeProvider.System);

    /// <summary>One look.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="wanted"><c>--tag</c>; <c>null</c> without it.</param>
    /// <param name="snapshot">What an earlier stage of the same run saw of its release; <c>null</c> when none did.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="HotfixException">HF4141 when the tag is not at the remote, HF4142 when nothing says which release is meant.</exception>
    public Task<DeployLooked> ReadAsync(HotfixRequest request, ReleaseTag? wanted, Snapshot? snapshot, CancellationToken cancellationToken) =>
        MovingRefs.LookAsync(() => ReadOnceAsync(request, wanted, snapshot, cancellationToken));

    private async Task<DeployLooked> ReadOnceAsync(HotfixRequest request, ReleaseTag? wanted, Snapshot? snapshot, CancellationToken cancellationToken)
    {
        RemoteRefs remote = await git.ReadRemoteAsync(request.Remote, cancellationToken);
        WorkTree tree = await git.ReadWorkTreeAsync(cancellationToken);
        RemoteTag tag = wanted is not null
            ? remote.Tag(wanted.Name) ?? throw new HotfixException(DeployRefusals.NoSuchTag(wanted, remote))
            : Released(snapshot) ?? await FindAsync(request, remote, tree, cancellationToken) ?? throw new HotfixException(DeployRefusals.WhichRelease(tree));
        return new DeployLooked(remote, tree, await DescribeAsync(remote, tag, request.BaseBranch, cancellationToken));
    }

    /// <summary>What a release tag of the remote stands for, and whether the branch of its lane contains it.</summary>
    /// <param name="remote">The remote's refs.</param>
    /// <param name="tag">One of them.</param>
    /// <param name="named">The branch that standard releases are made from; <c>null</c> for the default branch.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DeployableRelease> DescribeAsync(RemoteRefs remote, RemoteTag tag, BranchName? named, CancellationToken cancellationToken)
    {
        var name = tag.Release!;
        string message = await messages.ReadAsync(remote, tag, cancellationToken);
        BranchName? standard =
            named is not null && remote.Conventions.Support.LineOf(named) is null && remote.Tip(named) is not null ? named : remote.DefaultBranch;
        BranchName support = remote.Conventions.Support.BranchOf(name.Version, remote.Branches.Keys);
        bool isOnStandard = await ContainsAsync(remote, standard, tag, cancellationToken);
        var release = new DeployableRelease(name, tag.Commit, TagLane.Decide(message, isOnStandard));

        // A tag is anybody's who may push; which branch has its commit is what was reviewed.
        bool isContained = isOnStandard || (release.Lane == Lane.Exceptional && await ContainsAsync(remote, support, tag, cancellationToken));
        return isContained
            ? release
            : release with
            {
                NotContained = DeployRefusals.NotContained(release, standard, support, isThere: remote.Tip(support) is not null),
            };
    }

    private async Task<bool> ContainsAsync(RemoteRefs remote, BranchName? branch, RemoteTag tag, CancellationToken cancellationToken)
    {
        if (branch is null || remote.Tip(branch) is not { } tip)
            return false;

        await git.FetchAsync(remote, [branch], [tag], cancellationToken);
        return await git.IsAncestorAsync(tag.Commit, tip, cancellationToken);
    }

    private static RemoteTag? Released(Snapshot? snapshot) => snapshot?.Release is { } release ? release.Containing : null;

    private async Task<RemoteTag?> FindAsync(HotfixRequest request, RemoteRefs remote, WorkTree tree, CancellationToken cancellationToken)
    {
        bool isHotfix = request.Branch is not null || (tree.Branch is { } current && request.Conventions.Hotfixes.Fits(current));
        return isHotfix
            ? await OfHotfixAsync(request, remote, cancellationToken)
            : Releases(remote).Where(tag => tag.Commit == tree.Head).MaxBy(tag => tag.Release!.Version);
    }

    private async Task<RemoteTag> OfHotfixAsync(HotfixRequest request, RemoteRefs remote, CancellationToken cancellationToken)
    {
        Snapshot snapshot = await new SnapshotReader(git, github(), time).ReadAsync(request, cancellationToken);
        if (snapshot.PullRequest is not { MergeCommitSha: { } merge } pullRequest)
            throw new HotfixException(DeployRefusals.NotReleased(snapshot, merged: null));

        RemoteTag[] tags = [.. Releases(remote)];
        await git.FetchAsync(remote, [pullRequest.BaseBranch], tags, cancellationToken);
        IReadOnlyList<RemoteTag> containing = await git.ReadTreeAsync(merge, cancellationToken) is null
            ? []
            : await git.ListTagsContainingAsync(merge, tags, cancellationToken);
        return new ReleaseSnapshot { Commit = merge, TagsContaining = containing }.Containing
            ?? throw new HotfixException(DeployRefusals.NotReleased(snapshot, merge));
    }

    private static IEnumerable<RemoteTag> Releases(RemoteRefs remote) => remote.Tags.Where(tag => tag.Release is { Version.IsPrerelease: false });
}
