using Hotfix.Core.Reporting;

namespace Hotfix.Core.Execution;

/// <summary>What GitHub keeps of all hotfixes, in few requests. Limits are said in the answer, never silent.</summary>
public interface IHotfixRecords
{
    /// <summary><c>owner/name</c>.</summary>
    string Repository { get; }

    /// <summary>
    /// Merged pull requests of branches below <c>hotfix/</c>, in any order. GraphQL: <c>search</c>, whose index may be some minutes behind.
    /// </summary>
    /// <param name="since">Merged at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Listing<MergedHotfix>> ListMergedAsync(DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Deployments to any of these environments that ended well, the newest first. GraphQL: <c>repository.deployments</c>.</summary>
    /// <param name="environments">Their names.</param>
    /// <param name="since">Asked for at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Listing<DeployedCommit>> ListDeployedAsync(IReadOnlyList<string> environments, DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Published releases, the newest first. GraphQL: <c>repository.releases</c>.</summary>
    /// <param name="since">Made at that time or later; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Listing<PublishedPage>> ListReleasesAsync(DateTimeOffset? since, CancellationToken cancellationToken);
}
