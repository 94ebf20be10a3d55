using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;

namespace Hotfix.Pipeline.Branching;

/// <summary>Looks at the hotfix branch, here and at the remote.</summary>
internal sealed class BranchLook(GitReader git)
{
    private const int CommitLimit = 500;

    public async Task<HotfixBranch> ReadAsync(Snapshot snapshot, BranchName name, PullRequest? pullRequest, CancellationToken cancellationToken)
    {
        RemoteRefs remote = snapshot.Remote;
        CommitSha? remoteTip = remote.Tip(name);

        // A support branch that is still to be made is the commit of its tag.
        BranchName[] wanted = [.. new[] { snapshot.BaseBranch, name }.Where(branch => remote.Tip(branch) is not null)];
        RemoteTag[] tags = remote.Tip(snapshot.BaseBranch) is null ? [.. remote.Tags.Where(tag => tag.Commit == snapshot.BaseTip)] : [];
        await git.FetchAsync(remote, wanted, tags, cancellationToken);
        CommitSha? localTip = await git.ReadBranchAsync(name, cancellationToken);
        var branch = new HotfixBranch
        {
            Name = name,
            LocalTip = localTip,
            RemoteTip = remoteTip,
            Relation = await RelateAsync(localTip, remoteTip, cancellationToken),
        };
        if (pullRequest is { State: PullRequestState.Merged, MergeCommitSha: { } mergeCommit })
            return await MergedAsync(snapshot, branch, pullRequest.HeadSha, mergeCommit, cancellationToken);

        if (branch.Tip is not { } tip)
            return branch;

        CommitSha? mergeBase = await git.FindMergeBaseAsync(snapshot.BaseTip, tip, cancellationToken);
        bool hasOwn = mergeBase is not null && mergeBase != tip;
        return branch with
        {
            WorktreePath = await WorktreeAsync(snapshot, branch, cancellationToken),
            MergeBase = mergeBase,
            Commits = hasOwn ? await git.ListCommitsAsync(snapshot.BaseTip, tip, CommitLimit, cancellationToken) : [],
            Changes = hasOwn ? await git.DiffAsync(mergeBase!.Value, tip, cancellationToken) : [],
            OtherBases = hasOwn ? await OtherBasesAsync(snapshot, tip, cancellationToken) : [],
        };
    }

    // After a squash the head may be nowhere here: nothing that this clone has can then lie beyond it.
    private async Task<HotfixBranch> MergedAsync(
        Snapshot snapshot,
        HotfixBranch branch,
        CommitSha mergedHead,
        CommitSha mergeCommit,
        CancellationToken cancellationToken
    )
    {
        if (await git.ReadTreeAsync(mergeCommit, cancellationToken) is null)
        {
            // Merged into another branch, or into one that was rewritten since: nothing can be compared with it here.
            return branch with { WorktreePath = await WorktreeAsync(snapshot, branch, cancellationToken) };
        }

        CommitSha? head = await git.ReadTreeAsync(mergedHead, cancellationToken) is null ? null : mergedHead;
        IReadOnlyList<CommitSummary> newest = (head ?? branch.Tip) is { } excluded
            ? await git.ListCommitsAsync(excluded, mergeCommit, 1, cancellationToken)
            : [];
        return branch with
        {
            WorktreePath = await WorktreeAsync(snapshot, branch, cancellationToken),
            MergeBase = newest is [{ Parents: [var before, ..] }] ? await git.FindMergeBaseAsync(before, (head ?? branch.Tip)!.Value, cancellationToken) : null,
            CommitsAfterMerge =
                head is { } known && branch.Tip is { } tip && tip != known && !await git.IsAncestorAsync(tip, snapshot.BaseTip, cancellationToken)
                    ? await git.ListCommitsAsync(known, tip, CommitLimit, cancellationToken)
                    : [],
        };
    }

    private async Task<BranchRelation> RelateAsync(CommitSha? local, CommitSha? remote, CancellationToken cancellationToken) =>
        (local, remote) switch
        {
            (null, null) => BranchRelation.Absent,
            ({ }, null) => BranchRelation.LocalOnly,
            (null, { }) => BranchRelation.RemoteOnly,
            ({ } here, { } there) when here == there => BranchRelation.Same,
            ({ } here, { } there) when await git.IsAncestorAsync(there, here, cancellationToken) => BranchRelation.Ahead,
            ({ } here, { } there) when await git.IsAncestorAsync(here, there, cancellationToken) => BranchRelation.Behind,
            _ => BranchRelation.Diverged,
        };

    private async Task<string?> WorktreeAsync(Snapshot snapshot, HotfixBranch branch, CancellationToken cancellationToken) =>
        snapshot.WorkTree.Branch == branch.Name ? snapshot.WorkTree.Root
        : branch.LocalTip is null ? null
        : (await git.ListWorktreesAsync(cancellationToken)).GetValueOrDefault(branch.Name);

    // Only names that teams keep for long-lived branches: a colleague's topic branch cut from the hotfix is nobody's base.
    private async Task<IReadOnlyList<BranchName>> OtherBasesAsync(Snapshot snapshot, CommitSha tip, CancellationToken cancellationToken)
    {
        Dictionary<BranchName, CommitSha> longLived = snapshot
            .Remote.Branches.Where(branch =>
                branch.Key != snapshot.BaseBranch
                && (
                    branch.Key == snapshot.Remote.DefaultBranch
                    || snapshot.Remote.Conventions.Support.LineOf(branch.Key) is not null
                    || IsLongLived(branch.Key.Value)
                )
            )
            .ToDictionary(branch => branch.Key, branch => branch.Value);
        return longLived.Count == 0 ? [] : await git.ListBranchesSharingCommitsAsync(snapshot.BaseTip, tip, longLived, cancellationToken);
    }

    private static bool IsLongLived(string name) =>
        name is "main" or "master" or "develop" or "dev" or "next" or "trunk"
        || name.StartsWith("release/", StringComparison.Ordinal)
        || name.StartsWith("releases/", StringComparison.Ordinal);
}
