using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>What a fetch has to bring.</summary>
/// <param name="Remote">The remote's name.</param>
/// <param name="Branches">Tips by branch; a branch that the remote does not have is no part of it.</param>
/// <param name="Tags">Tags whose commits are needed; their refs are not.</param>
internal sealed record FetchRequest(string Remote, IReadOnlyDictionary<BranchName, CommitSha> Branches, IReadOnlyCollection<RemoteTag> Tags)
{
    public static FetchRequest From(RemoteRefs remote, IEnumerable<BranchName> branches, IReadOnlyCollection<RemoteTag> tags) =>
        new(remote.Remote, branches.Distinct().Where(remote.Branches.ContainsKey).ToDictionary(branch => branch, branch => remote.Branches[branch]), tags);

    public IEnumerable<CommitSha> Commits => [.. Branches.Values, .. Tags.Select(tag => tag.Commit)];

    public string TrackingRef(BranchName branch) => $"refs/remotes/{Remote}/{branch}";

    public string RefSpec(BranchName branch) => $"+{branch.RefName}:{TrackingRef(branch)}";
}
