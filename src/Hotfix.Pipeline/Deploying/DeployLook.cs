using Hotfix.Core.Deploying;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Workflows;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Looks at an environment and at what was deployed there.</summary>
internal sealed class DeployLook(DeploymentCalls deployments, Environments environments, WorkflowCalls workflows)
{
    /// <summary>Each costs a request.</summary>
    private const int NewestDeployments = 5;

    /// <summary>Completes what is asked for (release, environment, how) with what is there.</summary>
    /// <param name="asked">Its other members are filled in.</param>
    /// <param name="tags">Every tag at the remote.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<DeployFacts> ReadAsync(DeployFacts asked, IReadOnlyList<RemoteTag> tags, CancellationToken cancellationToken)
    {
        IReadOnlyList<GitHubEnvironment> known = await environments.ListAsync(cancellationToken);
        if (!known.Any(one => one.Name.Equals(asked.Environment, StringComparison.OrdinalIgnoreCase)))
            return asked with { Environments = known, RanInStaging = await RanInStagingAsync(asked, cancellationToken) };

        IReadOnlyList<Deployment> newest = await deployments.ListAsync(asked.Environment, sha: null, NewestDeployments, cancellationToken);
        IReadOnlyList<Deployment> ofCommit = await deployments.ListAsync(asked.Environment, asked.Release.Commit, NewestDeployments, cancellationToken);
        return asked with
        {
            Environments = known,
            Newest = newest,
            OfCommit = ofCommit,
            RanInStaging = await RanInStagingAsync(asked, cancellationToken),
            LastGood = DeployHistory.LastGood(newest, asked.Release.Commit, tags),
            OtherRun = await OtherRunAsync(asked, ofCommit, cancellationToken),
        };
    }

    private async Task<bool> RanInStagingAsync(DeployFacts asked, CancellationToken cancellationToken) =>
        asked is { IsProduction: true, Release.Lane: Lane.Exceptional }
        && (await deployments.ListAsync(asked.StagingEnvironment, asked.Release.Commit, NewestDeployments, cancellationToken)).FirstOrDefault(deployment =>
            deployment.State is DeploymentState.Succeeded or DeploymentState.Failed or DeploymentState.Inactive
        )
            is { State: DeploymentState.Succeeded };

    private async Task<WorkflowRun?> OtherRunAsync(DeployFacts asked, IReadOnlyList<Deployment> ofCommit, CancellationToken cancellationToken)
    {
        long? named = ofCommit.FirstOrDefault(DeploymentOrigin.IsOwn) is { State: DeploymentState.InProgress, Status.LogUrl: { } url }
            ? DeploymentOrigin.RunOf(url)
            : null;
        return named is { } id && id != DeploymentOrigin.RunOf(asked.RunUrl) && await workflows.FindRunAsync(id, cancellationToken) is { IsOver: false } run
            ? run
            : null;
    }
}
