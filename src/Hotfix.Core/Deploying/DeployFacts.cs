using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Everything by which a deployment is decided.</summary>
internal sealed record DeployFacts
{
    /// <summary>What is to be deployed.</summary>
    public required DeployableRelease Release { get; init; }

    /// <summary>Where.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether people use that environment.</summary>
    public bool IsProduction { get; init; }

    /// <summary>Where a release of the exceptional lane is tried first.</summary>
    public string StagingEnvironment { get; init; } = "hotfix-staging";

    /// <summary>How it is deployed, for people; <c>null</c> when nothing is configured.</summary>
    public string? How { get; init; }

    /// <summary>Environments of the repository, with what protects them.</summary>
    public IReadOnlyList<GitHubEnvironment> Environments { get; init; } = [];

    /// <summary>The newest deployments to the environment, of any commit, newest first.</summary>
    public IReadOnlyList<Deployment> Newest { get; init; } = [];

    /// <summary>Deployments of this commit to the environment, newest first.</summary>
    public IReadOnlyList<Deployment> OfCommit { get; init; } = [];

    /// <summary>Whether this commit runs in staging, by its newest deployment there; looked at only where it counts.</summary>
    public bool RanInStaging { get; init; }

    /// <summary>The release to go back to; <c>null</c> when none is known.</summary>
    public ReleaseTag? LastGood { get; init; }

    /// <summary>Page of the workflow run that we are part of; empty outside one.</summary>
    public string RunUrl { get; init; } = "";

    /// <summary>Another run that is performing the same deployment at this moment; <c>null</c> when none is.</summary>
    public WorkflowRun? OtherRun { get; init; }

    /// <summary>The environment itself; <c>null</c> when it does not exist yet.</summary>
    public GitHubEnvironment? Target => Environments.FirstOrDefault(one => one.Name.Equals(Environment, StringComparison.OrdinalIgnoreCase));
}
