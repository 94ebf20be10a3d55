using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.GraphQL;

/// <summary>
/// GraphQL over the same connection. GitHub answers 200 to what it refuses: the reasons are in the body, and may stand beside data. What is refused of a
/// question does not take the rest of it away.
/// </summary>
internal sealed class GraphApi(GitHubApi api)
{
    private readonly ConcurrentDictionary<string, string> _allowed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>The <c>data</c> of the answer, whole.</summary>
    public Task<T> AskAsync<T>(GraphCall call, JsonTypeInfo<GraphAnswer<T>> shape, CancellationToken cancellationToken)
        where T : class => AskAsync(call, shape, _ => false, cancellationToken);

    /// <summary>
    /// The <c>data</c> of the answer; what GitHub does not tell of it is unknown, and said. Lines of the document that are optional are left out from then on
    /// where they are refused.
    /// </summary>
    /// <param name="call">The question.</param>
    /// <param name="shape">How the answer is read.</param>
    /// <param name="isEnough">Whether data with errors beside it are worth having.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<T> AskAsync<T>(GraphCall call, JsonTypeInfo<GraphAnswer<T>> shape, Func<T, bool> isEnough, CancellationToken cancellationToken)
        where T : class
    {
        string document = _allowed.GetValueOrDefault(call.Document, call.Document);
        while (true)
        {
            GraphAnswer<T>? answer = await SendAsync(call with { Document = document }, shape, cancellationToken);
            if (answer is not { Errors: [_, ..] errors })
                return answer?.Data ?? throw GitHubFailure.Unreadable(call.AsCall(), "The answer has no data.");

            string allowed = GraphDocuments.Without(document, errors);
            if (answer.Data is { } data && isEnough(data))
            {
                Say(call, errors);
                return data;
            }

            if (call.IsWrite || allowed == document)
                throw GitHubFailure.From(call.AsCall(), errors, api.Connection.Time.GetUtcNow());

            Say(call, errors);
            _allowed[call.Document] = document = allowed;
        }
    }

    private void Say(GraphCall call, IReadOnlyList<GraphError> errors)
    {
        foreach (string message in errors.Select(error => error.Message ?? error.Type ?? "no reason given").Where(message => _said.TryAdd(message, true)))
            api.Connection.Options.Notice($"GitHub does not tell all that was asked to {call.Doing}; that part is not known: {message}");
    }

    private async Task<GraphAnswer<T>?> SendAsync<T>(GraphCall call, JsonTypeInfo<GraphAnswer<T>> shape, CancellationToken cancellationToken)
        where T : class
    {
        string body = new JsonObject { ["query"] = call.Document, ["variables"] = call.Variables.DeepClone() }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Connection.Address.GraphQL);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Options.Set(CallOptions.IsGraphQL, value: true);
        request.Options.Set(CallOptions.ChangesNothing, !call.IsWrite);

        Call asRest = call.AsCall();
        using HttpResponseMessage response = await api.StreamAsync(asRest, request, cancellationToken);
        return await api.RunAsync(asRest, () => ReadAsync(response, shape, cancellationToken), cancellationToken);
    }

    private static async Task<GraphAnswer<T>?> ReadAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<GraphAnswer<T>> shape,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, shape, cancellationToken);
    }
}
