using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.GraphQL;

/// <summary>GraphQL over the same connection. GitHub answers 200 to what it refuses: the reasons are in the body.</summary>
internal sealed class GraphApi(GitHubApi api)
{
    /// <summary>The <c>data</c> of the answer.</summary>
    public async Task<T> AskAsync<T>(GraphCall call, JsonTypeInfo<GraphAnswer<T>> shape, CancellationToken cancellationToken)
        where T : class
    {
        string body = new JsonObject { ["query"] = call.Document, ["variables"] = call.Variables }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Connection.Address.GraphQL);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Options.Set(CallOptions.IsGraphQL, value: true);
        request.Options.Set(CallOptions.ChangesNothing, !call.IsWrite);

        Call asRest = call.AsCall();
        using HttpResponseMessage response = await api.StreamAsync(asRest, request, cancellationToken);
        GraphAnswer<T>? answer = await api.RunAsync(asRest, () => ReadAsync(response, shape, cancellationToken), cancellationToken);
        if (answer is { Errors: [_, ..] errors })
            throw GitHubFailure.From(asRest, errors, api.Connection.Time.GetUtcNow());

        return answer?.Data ?? throw GitHubFailure.Unreadable(asRest, "The answer has no data.");
    }

    private static async Task<GraphAnswer<T>?> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<GraphAnswer<T>> shape, CancellationToken cancellationToken)
        where T : class
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, shape, cancellationToken);
    }
}
