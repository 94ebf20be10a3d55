using System.Collections.Concurrent;
using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>Asks "has it changed?" for what was read before: a 304 costs no rate limit, and the caller gets the answer that we have.</summary>
/// <remarks>Kept in memory for this process. Bodies above 4 MiB are not kept; above 500 of them, all are forgotten.</remarks>
internal sealed class ConditionalHandler : DelegatingHandler
{
    private const int MostAnswers = 500;
    private const int LargestBody = 4 * 1024 * 1024;
    private readonly ConcurrentDictionary<string, KeptAnswer> _kept = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get || request.IsStreamedCall())
            return await base.SendAsync(request, cancellationToken);

        string key = $"{request.Headers.Accept} {request.RequestUri}";
        request.Headers.IfNoneMatch.Clear();
        if (_kept.TryGetValue(key, out KeptAnswer? known))
            request.Headers.IfNoneMatch.Add(known.Tag);

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
            return known.Renew(response);

        await KeepAsync(key, response, cancellationToken);
        return response;
    }

    private async Task KeepAsync(string key, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK || response.Headers.ETag is not { } tag)
            return;

        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length > LargestBody)
            return;

        if (_kept.Count >= MostAnswers)
            _kept.Clear();

        _kept[key] = new KeptAnswer(tag, body, response);
    }
}
