using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Looks whether the base branch has the fix of a release, starting from nothing but its tag.</summary>
internal sealed class DebtLook(GitReader git, CommitPatches patches)
{
    /// <summary>One look; fetches what it compares. <c>null</c> when the remote no longer has that tag, so that nothing can be proven.</summary>
    /// <param name="tag">The release that has the fix.</param>
    /// <param name="remote">The remote's refs.</param>
    /// <param name="into">Where the fix has to be; its branch is at the remote.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ForwardPortLooked?> ReadAsync(ReleaseTag tag, RemoteRefs remote, BranchTip into, CancellationToken cancellationToken)
    {
        // The mark is written in lower case
        RemoteTag? released = remote.Tags.FirstOrDefault(one => one.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase));
        if (released is null || remote.Tip(into.Branch) is null)
            return null;

        RemoteTag[] line = [.. remote.Tags.Where(one => IsBefore(one, tag))];
        await git.FetchAsync(remote, [into.Branch], [released, .. line], cancellationToken);
        IReadOnlyList<RemoteTag> reachable = await git.ListTagsReachableAsync(released.Commit, line, cancellationToken);
        CommitSha? before = reachable.MaxBy(one => one.Release!.Version)?.Commit ?? await git.FindMergeBaseAsync(released.Commit, into.Sha, cancellationToken);
        return before is not { } start
            ? null
            : await new ForwardPortLook(git, patches).ReadAsync(new ReleasedFix(start, released.Commit), into.Branch, into.Sha, cancellationToken);
    }

    private static bool IsBefore(RemoteTag other, ReleaseTag tag) =>
        other.Release is { Version: { IsPrerelease: false } version } && version < tag.Version && SupportLine.Of(tag.Version).Holds(version);
}
