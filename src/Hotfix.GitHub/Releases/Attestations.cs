using Hotfix.Core.Errors;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Releases;

/// <summary>
/// Attestations of where a file comes from: a workflow leaves them (<c>actions/attest-build-provenance</c>), GitHub keeps them by the file's
/// digest.
/// </summary>
/// <remarks>Source: <c>GET /repos/{owner}/{repo}/attestations/{subject_digest}</c>.</remarks>
internal sealed class Attestations
{
    private readonly GitHubApi _api;

    /// <summary>The connection stays the caller's.</summary>
    public Attestations(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
    }

    /// <summary>Whether there is one; <c>null</c> where this plan, this server or this credential has none to show.</summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<bool?> ExistsAsync(string sha256, CancellationToken cancellationToken)
    {
        var call = new Call("look for the provenance of a file", _api.InRepository($"attestations/sha256:{sha256}?per_page=1"));
        try
        {
            return await _api.GetAsync<AttestationsAnswer>(call, cancellationToken) is { Attestations.Count: > 0 };
        }
        catch (HotfixException e) when (GitHubFailure.IsNotFound(e))
        {
            return false;
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e))
        {
            return null;
        }
    }
}
