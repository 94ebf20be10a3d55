using System.Collections.Concurrent;
using System.Text;

namespace Hotfix.Testing.Contract;

/// <summary>Watches a client's traffic and compares it with GitHub's descriptions. Changes nothing.</summary>
public sealed class ContractHandler(ContractChecker checker, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Which findings the sum of all tests counts: a test's own client may send what is to be refused. All of them unless set.</summary>
    public Func<ContractFinding, bool> Counts { get; init; } = _ => true;

    private readonly ConcurrentQueue<ContractFinding> _findings = new();
    private readonly ConcurrentDictionary<string, bool> _operations = new(StringComparer.Ordinal);

    /// <summary>What GitHub does not describe.</summary>
    public IReadOnlyCollection<ContractFinding> Findings => _findings;

    /// <summary>Ids of the operations that were seen.</summary>
    public IReadOnlyCollection<string> Operations => [.. _operations.Keys];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri asked = request.RequestUri!;
        string sent = request.Content is null || IsFile(request.Content) ? "" : await CopyAsync(request, cancellationToken);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);

        // A redirect was followed already: what arrived is another address's answer.
        bool isOwn = response.RequestMessage?.RequestUri == asked;
        string? type = isOwn ? response.Content.Headers.ContentType?.MediaType : null;
        bool isJson = type == "application/json";
        if (isJson)
            await response.Content.LoadIntoBufferAsync(cancellationToken);

        var exchange = new ContractExchange(request.Method.Method, asked.PathAndQuery, isOwn ? (int)response.StatusCode : 302)
        {
            RequestBody = sent,
            ResponseType = type,
            ResponseBody = isJson ? await response.Content.ReadAsStringAsync(cancellationToken) : "",
        };
        _operations[checker.OperationOf(exchange)] = true;
        foreach (ContractFinding finding in await checker.CheckAsync(exchange, Counts))
            _findings.Enqueue(finding);

        return response;
    }

    private static bool IsFile(HttpContent content) =>
        content.Headers.ContentType?.MediaType is not ("application/json" or "application/x-www-form-urlencoded");

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
}
