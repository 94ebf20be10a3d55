namespace Hotfix.Core.Execution;

/// <summary>Configuration variables of one repository and its environments; not secret.</summary>
public interface IVariables
{
    /// <summary><c>null</c> when there is none of that name, or this credential may not read them. REST: <c>GET …/actions/variables/{name}</c>, <c>GET …/environments/{environment}/variables/{name}</c>.</summary>
    /// <param name="name">In any case.</param>
    /// <param name="environment"><c>null</c> for the repository's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<string?> FindAsync(string name, string? environment, CancellationToken cancellationToken);

    /// <summary>Makes or changes it; does nothing when it has that value. Repeating is safe.</summary>
    /// <param name="name">Letters, digits and underscores, no digit in front, not beginning with <c>GITHUB_</c>.</param>
    /// <param name="value">Whole.</param>
    /// <param name="environment"><c>null</c> for the repository's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task SetAsync(string name, string value, string? environment, CancellationToken cancellationToken);
}
