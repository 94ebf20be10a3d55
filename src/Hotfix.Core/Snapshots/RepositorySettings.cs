using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What GitHub says of the repository as a whole (REST: <c>GET /repos/{owner}/{repo}</c>).</summary>
/// <param name="FullName"><c>owner/name</c>.</param>
/// <param name="Id">The number of <c>/repositories/{id}</c>.</param>
/// <param name="DefaultBranch">The branch of that name need not be the hotfix's base.</param>
/// <param name="AllowedMergeMethods">In GitHub's order merge, squash, rebase; never empty on GitHub.</param>
/// <param name="AllowsAutoMerge">Whether auto-merge may be armed.</param>
/// <param name="DeletesBranchOnMerge">Whether GitHub deletes the head branch after merging.</param>
/// <param name="CanPush"><c>false</c> when this credential's user may not push; <c>true</c> also where GitHub does not say, as for an App.</param>
/// <param name="IsArchived">Whether the repository is read-only for good.</param>
internal sealed record RepositorySettings(
    string FullName,
    long Id,
    BranchName DefaultBranch,
    IReadOnlyList<MergeMethod> AllowedMergeMethods,
    bool AllowsAutoMerge,
    bool DeletesBranchOnMerge,
    bool CanPush,
    bool IsArchived
)
{
    /// <summary>The repository that this one is a fork of, <c>owner/name</c>; <c>null</c> when it is none.</summary>
    public string? ForkOf { get; init; }

    /// <summary>
    /// Whether a squash that GitHub makes by itself (its queue's) is called like the pull request; else, with one commit, like that commit.
    /// <c>false</c> also where GitHub does not say.
    /// </summary>
    public bool SquashesByTitle { get; init; }
}
