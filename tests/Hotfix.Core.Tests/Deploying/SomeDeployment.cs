using Hotfix.Core.Deploying;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Deploying;

/// <summary>Deployments with ordinary content.</summary>
internal static class SomeDeployment
{
    public static DeployableRelease Release { get; } = new(ReleaseTag.TryParse("v1.4.3")!, Some.MergeCommit, Lane.Standard);

    public static CommitSha Before { get; } = Some.Sha(0x142);

    public static RemoteTag[] Tags { get; } = [new("v1.4.2", Some.Sha(0x7a1), Before), new("v1.4.3", Some.Sha(0x7a2), Some.MergeCommit)];

    public static DeployFacts Facts { get; } =
        new()
        {
            Release = Release,
            Environment = "production",
            IsProduction = true,
            How = "'./deploy.sh'",
            Environments = [new GitHubEnvironment(1, "production", ""), new GitHubEnvironment(2, "hotfix-staging", "")],
        };

    /// <summary>A deployment to production that this software asked for.</summary>
    public static Deployment Own(long id, CommitSha sha, DeploymentState state, string correlation = "v1.4.3/1") =>
        Foreign(id, sha, state) with
        {
            Payload = $$"""{"hotfix":"{{correlation}}"}""",
        };

    public static Deployment Foreign(long id, CommitSha sha, DeploymentState state, string logUrl = "") =>
        new(id, "production", sha, sha.Value, "ada", Some.Day(1)) { Status = new DeploymentStatus(id + 1000, state, "", "", Some.Day(2), logUrl) };

    /// <summary>The facts with these deployments, the newest first, whatever their commit.</summary>
    public static DeployFacts With(params Deployment[] newest) =>
        Facts with
        {
            Newest = newest,
            OfCommit = [.. newest.Where(deployment => deployment.Sha == Release.Commit)],
        };
}
