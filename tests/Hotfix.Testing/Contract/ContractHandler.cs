using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using NJsonSchema;
using NSwag;

namespace Hotfix.Testing.Contract;

/// <summary>Watches traffic and compares every request and response with GitHub's description. Changes nothing.</summary>
public sealed class ContractHandler(GitHubDescription description, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _responses = new();
    private readonly ConcurrentDictionary<string, bool> _operations = new(StringComparer.Ordinal);

    /// <summary>What clients sent that GitHub does not describe.</summary>
    public IReadOnlyCollection<string> RequestFindings => _requests;

    /// <summary>What the server answered that GitHub does not describe.</summary>
    public IReadOnlyCollection<string> ResponseFindings => _responses;

    /// <summary>Ids of the operations that were seen.</summary>
    public IReadOnlyCollection<string> Operations => [.. _operations.Keys];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri asked = request.RequestUri!;
        string path = PathOf(asked);
        DescribedOperation? found = description.Find(request.Method.Method, path);
        OpenApiOperation? operation = found is null ? null : await description.LoadAsync(found);
        if (found is null)
            _requests.Enqueue($"{request.Method} {path}: not described");
        else
            await ReadRequestAsync(request, found, operation!, cancellationToken);

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        // A redirect was followed already: what arrived is another address's answer.
        if (operation is not null && response.RequestMessage?.RequestUri == asked)
            await ReadResponseAsync(response, found!, operation, cancellationToken);

        return response;
    }

    private async Task ReadRequestAsync(HttpRequestMessage request, DescribedOperation found, OpenApiOperation operation, CancellationToken cancellationToken)
    {
        _operations[found.Id] = true;
        var declared = operation.ActualParameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Query).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (string name in request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]))
        {
            if (!declared.Contains(name))
                _requests.Enqueue($"{found.Id}: query {name}: not declared");
        }

        JsonSchema? schema = JsonOf(operation.ActualRequestBody?.Content);
        if (request.Content is null || schema is null)
            return;

        string body = await CopyAsync(request, cancellationToken);
        foreach (string finding in body.Length == 0 ? [] : SchemaReader.Compare(body, schema))
            _requests.Enqueue($"{found.Id}: request {finding}");
    }

    // Reading a content may use it up, so that the original has to be replaced.
    private static async Task<string> CopyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpContent original = request.Content!;
        byte[] bytes = await original.ReadAsByteArrayAsync(cancellationToken);
        var copy = new ByteArrayContent(bytes);
        foreach ((string name, IEnumerable<string> values) in original.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);

        request.Content = copy;
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task ReadResponseAsync(HttpResponseMessage response, DescribedOperation found, OpenApiOperation operation, CancellationToken cancellationToken)
    {
        int status = (int)response.StatusCode;
        operation.ActualResponses.TryGetValue($"{status}", out OpenApiResponse? described);
        if (described is null && response.IsSuccessStatusCode)
            _responses.Enqueue($"{found.Id}: status {status}: not described");

        JsonSchema? schema = JsonOf(described?.Content);
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        if (schema is null || type?.MediaType != "application/json")
            return;

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        // GitHub's errors carry "status", which some of its error schemas leave out.
        foreach (string finding in SchemaReader.Compare(body, schema).Where(finding => status < 400 || finding != "#.status: not declared"))
            _responses.Enqueue($"{found.Id} {status}: {finding}");
    }

    private static JsonSchema? JsonOf(IDictionary<string, OpenApiMediaType>? content) =>
        content is not null && content.TryGetValue("application/json", out OpenApiMediaType? json) ? json.Schema : null;

    // Without the enterprise prefix, and a repository's id as owner and name.
    private static string PathOf(Uri address)
    {
        string path = address.AbsolutePath.StartsWith("/api/v3/", StringComparison.Ordinal) ? address.AbsolutePath["/api/v3".Length..] : address.AbsolutePath;
        string[] parts = path.Split('/', 4);
        return parts is ["", "repositories", _, var rest] ? $"/repos/o/r/{rest}" : path;
    }
}
