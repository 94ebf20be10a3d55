using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Environments of one repository.</summary>
public interface IEnvironments
{
    /// <summary>All of them, with what protects them. REST: <c>GET …/environments</c>.</summary>
    Task<IReadOnlyList<GitHubEnvironment>> ListAsync(CancellationToken cancellationToken);

    /// <summary><c>null</c> when there is none of that name. REST: <c>GET …/environments/{name}</c>.</summary>
    Task<GitHubEnvironment?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes the environment if it is missing, and leaves one that is there as it is: a person set it up. REST: <c>PUT …/environments/{name}</c>; needs administration.</summary>
    /// <param name="environment">Its <c>Id</c> and <c>Url</c> do not count; reviewers are logins.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="Errors.HotfixException">HF3101 when a reviewer is not known.</exception>
    Task<GitHubEnvironment> EnsureAsync(GitHubEnvironment environment, CancellationToken cancellationToken);
}
