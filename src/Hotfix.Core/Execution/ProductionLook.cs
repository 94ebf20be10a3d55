using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Asks every source what production runs.</summary>
public sealed class ProductionLook(IDeployments deployments, IVariables variables)
{
    private const int NewestDeployments = 5;

    /// <summary>One look. A source that is not there, or holds nothing, says nothing.</summary>
    /// <param name="settings">Where to look.</param>
    /// <param name="remote">For the tags.</param>
    /// <param name="health">What a health address answered, with the address; <c>null</c> when none is configured.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ProductionFacts> ReadAsync(ProductionSettings settings, RemoteRefs remote, (string Address, string Answer)? health, CancellationToken cancellationToken)
    {
        Deployment? current = await deployments.FindCurrentAsync(settings.Environment, cancellationToken);
        List<ProductionClaim> claims = [];
        if (current is not null)
            claims.Add(new ProductionClaim(ProductionSource.Deployment, $"deployment {current.Id} to {settings.Environment}", current.Sha.Short, current.Sha));

        if (settings.Variable is { } name && await ReadVariableAsync(name, settings.Environment, cancellationToken) is { Length: > 0 } value)
            claims.Add(Claim(ProductionSource.Variable, $"variable {name}", value, remote));

        if (health is var (address, answer))
            claims.Add(Claim(ProductionSource.HealthUrl, address, answer, remote));

        IReadOnlyList<Deployment> newest = await deployments.ListAsync(settings.Environment, sha: null, NewestDeployments, cancellationToken);
        return new ProductionFacts
        {
            Claims = claims,
            Tags = remote.Tags,
            NewestRelease = remote.Tags.Where(tag => ReleaseTag.TryParse(tag.Name) is { Version.IsPrerelease: false }).MaxBy(tag => ReleaseTag.TryParse(tag.Name)!.Version),
            UnderWay = newest.FirstOrDefault(deployment => deployment.Id > (current?.Id ?? 0) && deployment.State is (DeploymentState.Pending or DeploymentState.InProgress)),
        };
    }

    private static ProductionClaim Claim(ProductionSource source, string where, string said, RemoteRefs remote)
    {
        string line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new ProductionClaim(source, where, line.Length <= 80 ? line : line[..80] + "…", ProductionIdentity.Parse(said).CommitIn(remote.Tags));
    }

    private async Task<string?> ReadVariableAsync(string name, string environment, CancellationToken cancellationToken) =>
        await variables.FindAsync(name, environment, cancellationToken) ?? await variables.FindAsync(name, environment: null, cancellationToken);
}
