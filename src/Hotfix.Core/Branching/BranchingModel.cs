using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Branching;

/// <summary>What the branches of a remote tell of where production is released from.</summary>
internal static class BranchingModel
{
    private static readonly string[] Development = ["develop", "dev", "development", "devel", "next"];
    private static readonly string[] Production = ["main", "master", "production", "release", "stable"];

    /// <summary>
    /// The branch that production seems to be released from while the default branch is one of development (GitFlow): the newest release is its tip.
    /// <c>null</c> when nothing suggests another branch than the default one.
    /// </summary>
    public static BranchName? OtherThanDefault(RemoteRefs remote)
    {
        if (remote.DefaultBranch is not { } main || !Development.Contains(main.Value, StringComparer.Ordinal))
            return null;

        CommitSha? newest = remote.Tags.Where(tag => tag.Release is { Version.IsPrerelease: false }).MaxBy(tag => tag.Release!.Version)?.Commit;
        return newest is null || remote.Tip(main) == newest
            ? null
            : remote
                .Branches.Where(branch => branch.Value == newest && Production.Contains(branch.Key.Value, StringComparer.Ordinal))
                .Select(branch => branch.Key)
                .FirstOrDefault();
    }
}
