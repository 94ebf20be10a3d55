using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Reads what was deployed to one environment, one after the other.</summary>
internal static class DeployHistory
{
    /// <summary>
    /// The release that ran there before a commit was deployed, or that runs while it is not: the newest that ended well, of another commit that a
    /// release tag names. <c>null</c> when none is known.
    /// </summary>
    /// <param name="newest">Deployments to the environment, newest first.</param>
    /// <param name="commit">The commit to go back from.</param>
    /// <param name="tags">Every tag at the remote.</param>
    public static ReleaseTag? LastGood(IReadOnlyList<Deployment> newest, CommitSha commit, IReadOnlyList<RemoteTag> tags)
    {
        // Where this software deploys, the others are those that GitHub made for jobs: they name the workflow's commit.
        Deployment[] counted = newest.Any(DeploymentOrigin.IsOwn) ? [.. newest.Where(DeploymentOrigin.IsOwn)] : [.. newest];
        long before = counted.FirstOrDefault(deployment => deployment.Sha == commit)?.Id ?? long.MaxValue;
        return counted
            .Where(deployment =>
                deployment.Id < before && deployment.Sha != commit && deployment.State is (DeploymentState.Succeeded or DeploymentState.Inactive)
            )
            .Select(deployment => TagOf(deployment.Sha, tags))
            .FirstOrDefault(tag => tag is not null);
    }

    /// <summary>The highest release tag at a commit; <c>null</c> when it has none.</summary>
    public static ReleaseTag? TagOf(CommitSha commit, IReadOnlyList<RemoteTag> tags) =>
        tags.Where(tag => tag.Commit == commit)
            .Select(tag => tag.Release)
            .OfType<ReleaseTag>()
            .Where(tag => !tag.Version.IsPrerelease)
            .MaxBy(tag => tag.Version);
}
