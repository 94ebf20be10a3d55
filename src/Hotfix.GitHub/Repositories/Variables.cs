using Hotfix.Core.Errors;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Repositories;

/// <summary>Configuration variables of the repository and its environments.</summary>
internal sealed class Variables
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Variables(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>
    /// <c>null</c> when there is none of that name, or this credential may not read them. REST: <c>GET …/actions/variables/{name}</c>, <c>GET
    /// …/environments/{environment}/variables/{name}</c>.
    /// </summary>
    /// <param name="name">In any case.</param>
    /// <param name="environment"><c>null</c> for the repository's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<FoundVariable?> FindAsync(string name, string? environment, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(name, environment, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e))
        {
            return null;
        }
    }

    /// <summary>Makes or changes it; does nothing when it has that value. Repeating is safe.</summary>
    /// <param name="name">Letters, digits and underscores, no digit in front, not beginning with <c>GITHUB_</c>.</param>
    /// <param name="value">Whole.</param>
    /// <param name="environment"><c>null</c> for the repository's own.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task SetAsync(string name, string value, string? environment, CancellationToken cancellationToken)
    {
        string? present = (await ReadAsync(name, environment, cancellationToken))?.Value;
        if (present == value)
            return;

        // Both requests may be repeated: the second POST of a name is answered 409, and then the value is looked at.
        await LostAnswer.SettleAsync(
            _api.Connection,
            async () =>
                new Settled<string>(
                    await (
                        present is null ? CreateAsync(name, value, environment, cancellationToken) : ChangeAsync(name, value, environment, cancellationToken)
                    ),
                    WasFound: false
                ),
            async () => (await ReadAsync(name, environment, cancellationToken))?.Value == value ? value : null,
            cancellationToken
        );
    }

    private string Path(string? environment) =>
        _api.InRepository(environment is null ? "actions/variables" : $"environments/{Uri.EscapeDataString(environment)}/variables");

    private async Task<FoundVariable?> ReadAsync(string name, string? environment, CancellationToken cancellationToken)
    {
        var call = new Call($"read the variable {name}", $"{Path(environment)}/{Uri.EscapeDataString(name)}");
        return await _api.FindAsync<VariableAnswer>(call, cancellationToken) is { } answer ? new FoundVariable(answer.Value, answer.UpdatedAt) : null;
    }

    private async Task<string> CreateAsync(string name, string value, string? environment, CancellationToken cancellationToken)
    {
        var call = new Call($"set the variable {name}", Path(environment), IsWrite: true);
        try
        {
            await _api.TryPostAsync<EmptyBody>(call, new VariableBody(name, value), cancellationToken);
            return value;
        }
        catch (HotfixException e) when (GitHubFailure.IsConflict(e))
        {
            return await ChangeAsync(name, value, environment, cancellationToken);
        }
    }

    private async Task<string> ChangeAsync(string name, string value, string? environment, CancellationToken cancellationToken)
    {
        var call = new Call($"change the variable {name}", $"{Path(environment)}/{Uri.EscapeDataString(name)}", IsWrite: true);
        await _api.PatchAsync(call, new VariableBody(name, value), cancellationToken);
        return value;
    }
}
