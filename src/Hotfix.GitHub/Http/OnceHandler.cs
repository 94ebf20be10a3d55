using System.Collections.Concurrent;
using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>
/// One look asks for one thing once: what was answered a moment ago, even with "there is none", is not asked for again until something is changed,
/// until GraphQL has said how it is now, or until nothing was asked for as long as <see cref="GitHubConnectionOptions.LookEndsAfter"/>. Whoever waits and
/// looks again asks anew.
/// </summary>
internal sealed class OnceHandler(TimeProvider time, TimeSpan lookEndsAfter) : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, GivenAnswer> _answers = new();
    private long _lastEnd;
    private int _change;

    /// <summary>Something is about to be changed past this connection.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _change);
        _answers.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (lookEndsAfter == TimeSpan.Zero || request.IsStreamedCall())
            return await base.SendAsync(request, cancellationToken);

        try
        {
            return request.Method == HttpMethod.Get ? await AskAsync(request, cancellationToken) : await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // GraphQL's answer is of one moment, with which a look compares what it read before.
            if (request.Method != HttpMethod.Get)
                Forget();

            Volatile.Write(ref _lastEnd, time.GetTimestamp());
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(Volatile.Read(ref _lastEnd)) > lookEndsAfter)
            Forget();

        string key = $"{request.Headers.Accept} {request.RequestUri}";
        if (_answers.TryGetValue(key, out GivenAnswer? given))
            return given.For(request);

        int change = Volatile.Read(ref _change);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            return response;

        // One that was asked for before a change may tell of the time before it.
        var answer = await GivenAnswer.ReadAsync(response, cancellationToken);
        if (change == Volatile.Read(ref _change))
            _answers[key] = answer;

        return response;
    }

    /// <summary>An answer that can be given more than once.</summary>
    private sealed class GivenAnswer(HttpResponseMessage original, byte[] body)
    {
        private readonly HttpStatusCode _status = original.StatusCode;
        private readonly (string Name, string[] Values)[] _headers = [.. original.Headers.Select(header => (header.Key, header.Value.ToArray()))];
        private readonly (string Name, string[] Values)[] _content = [.. original.Content.Headers.Select(header => (header.Key, header.Value.ToArray()))];

        public static async Task<GivenAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
            new(response, await response.Content.ReadAsByteArrayAsync(cancellationToken));

        public HttpResponseMessage For(HttpRequestMessage request)
        {
            var response = new HttpResponseMessage(_status) { RequestMessage = request, Content = new ByteArrayContent(body) };
            foreach ((string name, string[] values) in _headers)
                response.Headers.TryAddWithoutValidation(name, values);

            foreach ((string name, string[] values) in _content)
                response.Content.Headers.TryAddWithoutValidation(name, values);

            return response;
        }
    }
}
