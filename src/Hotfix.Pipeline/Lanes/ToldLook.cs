using Hotfix.Core.Lanes;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Repositories;

namespace Hotfix.Pipeline.Lanes;

/// <summary>Asks what a team names beside GitHub's deployments, a variable or an address, what production runs.</summary>
/// <param name="variables">Reads variables.</param>
internal sealed class ToldLook(Variables variables)
{
    private const int MostShown = 80;

    /// <summary>One look. A source that is not there, holds nothing, or does not count, says nothing.</summary>
    /// <param name="settings">Where to look.</param>
    /// <param name="remote">For the tags.</param>
    /// <param name="health">What a health address answered, with the address; <c>null</c> when none is configured.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<ProductionClaim>> ReadAsync(
        ProductionSettings settings,
        RemoteRefs remote,
        (string Address, string Answer)? health,
        CancellationToken cancellationToken
    )
    {
        List<ProductionClaim> claims = [];
        if (
            settings is { Variable: { } name }
            && settings.Asks(ProductionSource.Variable)
            && await ReadVariableAsync(name, settings.Environment, cancellationToken) is { Value.Length: > 0 } variable
        )
        {
            claims.Add(Claim(ProductionSource.Variable, $"variable {name}", variable.Value, remote) with { SaidAt = variable.ChangedAt });
        }

        if (health is var (address, answer) && settings.Asks(ProductionSource.Health))
            claims.Add(Claim(ProductionSource.Health, address, answer, remote));

        return claims;
    }

    private static ProductionClaim Claim(ProductionSource source, string where, string said, RemoteRefs remote)
    {
        string line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new ProductionClaim(
            source,
            where,
            line.Length <= MostShown ? line : line[..MostShown] + "…",
            ProductionIdentity.Parse(said).CommitIn(remote.Tags)
        );
    }

    private async Task<FoundVariable?> ReadVariableAsync(string name, string environment, CancellationToken cancellationToken) =>
        await variables.FindAsync(name, environment, cancellationToken) ?? await variables.FindAsync(name, environment: null, cancellationToken);
}
