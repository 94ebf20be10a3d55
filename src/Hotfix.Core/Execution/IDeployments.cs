using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Deployments of one repository. What is written is asked for first after a lost answer, and never made twice.</summary>
public interface IDeployments
{
    /// <summary>The newest deployments to an environment, newest first, each with its newest status; of one commit when one is named. REST: <c>GET …/deployments</c> and their statuses.</summary>
    /// <param name="environment">Its name.</param>
    /// <param name="sha"><c>null</c> for any commit.</param>
    /// <param name="limit">At most so many, 1 to 100; each costs one request.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<Deployment>> ListAsync(string environment, CommitSha? sha, int limit, CancellationToken cancellationToken);

    /// <summary>What the environment runs: the newest deployment whose newest status is a success, among the newest hundred; <c>null</c> when there is none.</summary>
    Task<Deployment?> FindCurrentAsync(string environment, CancellationToken cancellationToken);

    /// <summary>The deployment as it is now; <c>null</c> when it is gone.</summary>
    Task<Deployment?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Everything that was reported on a deployment, oldest first, of the newest hundred; the newest alone does not say when it first ran. REST: <c>GET …/deployments/{id}/statuses</c>.</summary>
    Task<IReadOnlyList<DeploymentStatus>> ListStatusesAsync(long id, CancellationToken cancellationToken);

    /// <summary>Asks for a deployment, or finds the one of the same environment, commit and correlation id. REST: <c>POST …/deployments</c> without merging anything.</summary>
    /// <exception cref="Errors.HotfixException">HF3100 when GitHub will not, for the checks of that commit.</exception>
    Task<Deployment> CreateAsync(NewDeployment deployment, CancellationToken cancellationToken);

    /// <summary>Reports on a deployment; the newest status that says the same is enough. REST: <c>POST …/deployments/{id}/statuses</c>.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="status">Its <c>Id</c> and <c>CreatedAt</c> do not count; of the description 140 characters are sent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<DeploymentStatus> ReportAsync(long id, DeploymentStatus status, CancellationToken cancellationToken);
}
