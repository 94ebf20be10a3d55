using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Drill.Players;

/// <summary>One user's REST calls on one repository; plain HTTP, so that nothing is shared with the software that is rehearsed.</summary>
internal sealed class GitHubApi : IDisposable
{
    private readonly HttpClient _client;

    public GitHubApi(Uri server, string fullName, string token)
    {
        _client = new HttpClient { BaseAddress = new Uri(server, $"repos/{fullName}/"), Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.github+json");
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("hotfix-drill");
    }

    /// <param name="path">Below the repository, without a slash in front.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonElement> PostAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, cancellationToken);

    public Task<JsonElement> PutAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, path, body, cancellationToken);

    public Task<JsonElement> PatchAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Patch, path, body, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body);
        using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw DrillFailure.CallRefused($"{method} {path}", (int)response.StatusCode, text);

        // 204: done, and nothing to say.
        if (text.Length == 0)
            return default;

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
