using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>
/// A socket on loopback that answers what a test wrote down, one connection for each request. It proves behaviour against what a faithful server
/// would not send: broken bodies, lost answers, odd but legal fields. What is not written down is answered 501.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedAnswer>> _answers = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public ScriptedServer()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Completes when a request has come in that gets no answer.</summary>
    public TaskCompletionSource Silenced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers in order; the last one from then on. <c>{host}</c> in headers and bodies is this server's address without the last slash.</summary>
    /// <param name="request"><c>GET /path?query</c>; without a query, any query.</param>
    /// <param name="answers">One or more.</param>
    public ScriptedServer On(string request, params ScriptedAnswer[] answers)
    {
        _answers[request] = new ConcurrentQueue<ScriptedAnswer>(answers);
        return this;
    }

    public int Count(string request) => _requests.Count(made => made.ToString().StartsWith(request, StringComparison.Ordinal));

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // stopped
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                CancellationToken stop = _stop.Token;
                NetworkStream stream = client.GetStream();
                ScriptedRequest request = await ReadAsync(stream, stop);
                if (!IsAboutRights(request))
                    _requests.Enqueue(request);

                await WriteAsync(client, stream, Choose(request), stop);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // the client went away, or the test ended
            }
        }
    }

    // Everybody may write unless a test says otherwise; who is asked about is not what most tests are about.
    private static bool IsAboutRights(ScriptedRequest request) => request.Target.Contains("/collaborators/", StringComparison.Ordinal);

    private ScriptedAnswer Choose(ScriptedRequest request)
    {
        string bare = $"{request.Method} {request.Target.Split('?')[0]}";
        if (!_answers.TryGetValue(request.ToString(), out ConcurrentQueue<ScriptedAnswer>? queue) && !_answers.TryGetValue(bare, out queue))
        {
            return IsAboutRights(request)
                ? ScriptedAnswer.Json("""{"permission":"write","role_name":"write"}""")
                : new ScriptedAnswer(501, $$"""{"message":"not in the script: {{request}}"}""");
        }

        return queue.Count > 1 && queue.TryDequeue(out ScriptedAnswer? next) ? next : queue.First();
    }

    private async Task WriteAsync(TcpClient client, NetworkStream stream, ScriptedAnswer answer, CancellationToken stop)
    {
        if (answer.IsSilent)
        {
            Silenced.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop);
        }

        if (answer.IsReset)
        {
            // after a first word, since the client's own handler repeats what was cut off before any
            await stream.WriteAsync("HTTP/1.1 2"u8.ToArray(), stop);
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            return;
        }

        string here = Address.ToString().TrimEnd('/');
        byte[] body = Encoding.UTF8.GetBytes(answer.Body.Replace("{host}", here, StringComparison.Ordinal));
        var head = new StringBuilder(
            $"HTTP/1.1 {answer.Status} Scripted\r\nConnection: close\r\nContent-Length: {body.Length + (answer.IsTruncated ? 10 : 0)}\r\n"
        );
        if (body.Length > 0)
            head.Append($"Content-Type: {answer.ContentType}\r\n");

        foreach ((string name, string value) in answer.Headers)
            head.Append($"{name}: {value.Replace("{host}", here, StringComparison.Ordinal)}\r\n");

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), stop);
        await stream.WriteAsync(body, stop);
        client.Client.Shutdown(SocketShutdown.Send);
    }

    private static async Task<ScriptedRequest> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (head.Count < 4 || !head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one, stop);
            head.Add(one[0]);
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines
            .Skip(1)
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1].Trim());
        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"), System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        string[] first = lines[0].Split(' ');
        return new ScriptedRequest(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }
}
