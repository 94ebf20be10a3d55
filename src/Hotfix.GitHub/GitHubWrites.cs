using System.Net;
using Hotfix.Core.Errors;
using Octokit;

namespace Hotfix.GitHub;

/// <summary>Raw changes with our own bodies and answers.</summary>
internal static class GitHubWrites
{
    private const string Json = "application/json";

    public static Task<T> PostAsync<T>(this GitHubApi api, Call call, object body, CancellationToken cancellationToken)
        where T : class => api.SendAsync(call, rest => rest.Post<T>(call.Uri, body, null, Json, cancellationToken: cancellationToken), cancellationToken);

    public static Task<T> PatchAsync<T>(this GitHubApi api, Call call, object body, CancellationToken cancellationToken)
        where T : class => api.SendAsync(call, rest => rest.Patch<T>(call.Uri, body), cancellationToken);

    public static Task<T> PutAsync<T>(this GitHubApi api, Call call, object body, CancellationToken cancellationToken)
        where T : class => api.SendAsync(call, rest => rest.Put<T>(call.Uri, body), cancellationToken);

    /// <summary>A change whose answer may have no body; the answer's body when it has one.</summary>
    public static async Task<(HttpStatusCode Status, T? Body)> TryPostAsync<T>(this GitHubApi api, Call call, object body, CancellationToken cancellationToken)
        where T : class
    {
        IApiResponse<T> answer = await api.RunAsync(
            call,
            () => api.Connection.Octokit.Connection.Post<T>(call.Uri, body, null, Json, cancellationToken: cancellationToken),
            cancellationToken
        );
        return (answer.HttpResponse.StatusCode, answer.Body);
    }

    /// <summary>A change that answers without a body.</summary>
    public static Task PatchAsync(this GitHubApi api, Call call, object body, CancellationToken cancellationToken) =>
        api.RunAsync(call, () => api.Connection.Octokit.Connection.Patch<object>(call.Uri, body), cancellationToken);

    /// <summary>Deletes; what is gone already is no failure.</summary>
    public static async Task DeleteAsync(this GitHubApi api, Call call, CancellationToken cancellationToken)
    {
        try
        {
            await api.RunAsync(call, () => api.Connection.Octokit.Connection.Delete(call.Uri), cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsNotFound(e))
        {
            // by somebody else, or by a call whose answer was lost
        }
    }
}
