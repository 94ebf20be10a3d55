using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>Which of many branches have commits of another; two processes for any number of them.</summary>
internal static class Reachability
{
    /// <summary>Those from which a commit can be reached that <c>tip</c> has and <c>baseTip</c> has not.</summary>
    public static async Task<IReadOnlyList<BranchName>> ListBranchesSharingCommitsAsync(
        GitCommandLine git,
        (CommitSha BaseTip, CommitSha Tip) range,
        IReadOnlyDictionary<BranchName, CommitSha> branches,
        CancellationToken cancellationToken
    )
    {
        IReadOnlySet<CommitSha> present = await Objects.PresentAsync(git, branches.Values, cancellationToken);
        CommitGraph graph = await CommitGraph.ReadAsync(git, [range.Tip, .. present], range.BaseTip, cancellationToken);
        IReadOnlySet<CommitSha> own = graph.ReachableFrom([range.Tip]);
        return [.. branches.Where(branch => present.Contains(branch.Value) && graph.ReachableFrom([branch.Value]).Overlaps(own)).Select(branch => branch.Key)];
    }
}
