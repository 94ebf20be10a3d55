using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Plans;

internal abstract partial record PlanStep
{
    /// <summary>Asks GitHub for a deployment of one commit, or goes on with the one that an earlier run asked for, and reports that it began.</summary>
    /// <param name="Environment">The environment's name.</param>
    /// <param name="Release">What is deployed.</param>
    /// <param name="CorrelationId">By which a second run finds it.</param>
    /// <param name="IsProduction">Whether people use that environment.</param>
    public sealed record RequestDeployment(string Environment, DeployableRelease Release, string CorrelationId, bool IsProduction) : PlanStep
    {
        /// <summary>The deployment to go on with; <c>null</c> for a new one.</summary>
        public long? Existing { get; init; }

        /// <inheritdoc/>
        public override string Describe() =>
            Existing is { } id ? $"go on with deployment {id} of {Release} to {Environment}" : $"ask for a deployment of {Release} to {Environment}";
    }

    /// <summary>Runs the team's own steps.</summary>
    /// <param name="Environment">The environment's name.</param>
    /// <param name="Release">What is deployed.</param>
    /// <param name="How">The command, or the build's own method.</param>
    public sealed record PerformDeployment(string Environment, DeployableRelease Release, string How) : PlanStep
    {
        /// <summary>The release that people are sent back to when it fails; <c>null</c> where nobody uses the environment, or none is known.</summary>
        public ReleaseTag? WayBack { get; init; }

        /// <inheritdoc/>
        public override string Describe() => $"deploy {Release} to {Environment} with {How}";
    }

    /// <summary>Reports how the deployment ended.</summary>
    /// <param name="Environment">The environment's name.</param>
    /// <param name="Commit">The very commit.</param>
    /// <param name="State">How it ended.</param>
    /// <param name="Words">A few, for people.</param>
    public sealed record ReportDeployment(string Environment, CommitSha Commit, DeploymentState State, string Words) : PlanStep
    {
        /// <inheritdoc/>
        public override string Describe() => $"report {(State == DeploymentState.Succeeded ? "success" : "failure")} of {Commit.Short} in {Environment}";
    }

    /// <summary>Asks an environment what it runs, until it answers this release or the time is up.</summary>
    /// <param name="Environment">The environment's name.</param>
    /// <param name="Release">What it must answer.</param>
    /// <param name="How">The command, the address, or both.</param>
    public sealed record VerifyEnvironment(string Environment, DeployableRelease Release, string How) : PlanStep
    {
        /// <summary>The remote's tags, by which the way back is named when it does not.</summary>
        public IReadOnlyList<RemoteTag> Tags { get; init; } = [];

        /// <inheritdoc/>
        public override string Describe() => $"verify that {Environment} runs {Release}, by {How}";
    }

    /// <summary>Starts the team's workflow that deploys, once for each correlation id.</summary>
    /// <param name="File">File name, <c>release.yml</c>.</param>
    /// <param name="Branch">The branch whose copy of it runs.</param>
    /// <param name="Release">What it is told to deploy.</param>
    /// <param name="CorrelationId">By which its run is found again.</param>
    public sealed record StartDeployWorkflow(string File, BranchName Branch, DeployableRelease Release, string CorrelationId) : PlanStep
    {
        /// <summary>What it is told, as it is sent.</summary>
        public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string> { ["tag"] = Release.Tag.Name };

        /// <summary>The input that takes the correlation id; <c>null</c> of a workflow that has none.</summary>
        public string? CorrelationInput { get; init; } = "correlation-id";

        /// <inheritdoc/>
        public override string Describe() => $"start {File} on {Branch} for {Release} ({CorrelationId})";
    }
}
