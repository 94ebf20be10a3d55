using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>Which of many refs contain a commit, or are contained in it; two processes for any number of refs.</summary>
internal static class Reachability
{
    /// <summary>Those from which a commit can be reached that <c>tip</c> has and <c>baseTip</c> has not.</summary>
    public static async Task<IReadOnlyList<BranchName>> ListBranchesSharingCommitsAsync(
        GitCommandLine git,
        (CommitSha BaseTip, CommitSha Tip) range,
        IReadOnlyDictionary<BranchName, CommitSha> branches,
        CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, branches.Values, cancellationToken);
        CommitGraph graph = await CommitGraph.ReadAsync(git, [range.Tip, .. present], range.BaseTip, cancellationToken);
        IReadOnlySet<CommitSha> own = graph.ReachableFrom([range.Tip]);
        return [.. branches
            .Where(branch => present.Contains(branch.Value) && graph.ReachableFrom([branch.Value]).Overlaps(own))
            .Select(branch => branch.Key)];
    }

    /// <summary>Those from whose commit <paramref name="commit"/> can be reached.</summary>
    public static async Task<IReadOnlyList<RemoteTag>> ListTagsContainingAsync(
        GitCommandLine git, CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, tags.Select(tag => tag.Commit), cancellationToken);
        CommitGraph graph = await CommitGraph.ReadAsync(git, present, commit, cancellationToken);
        IReadOnlySet<CommitSha> descendants = graph.DescendantsOf(commit);
        return [.. tags.Where(tag => tag.Commit == commit || descendants.Contains(tag.Commit))];
    }

    /// <summary>Those whose commit can be reached from <paramref name="commit"/>.</summary>
    public static async Task<IReadOnlyList<RemoteTag>> ListTagsReachableAsync(
        GitCommandLine git, CommitSha commit, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken)
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, tags.Select(tag => tag.Commit), cancellationToken);
        CommitGraph beyond = await CommitGraph.ReadAsync(git, present, commit, cancellationToken);
        return [.. tags.Where(tag => present.Contains(tag.Commit) && !beyond.Contains(tag.Commit))];
    }
}
