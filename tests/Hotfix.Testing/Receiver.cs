using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hotfix.Testing;

/// <summary>A webhook on loopback that keeps what it is sent and answers as it is told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Func<int, CancellationToken, Task<string?>> _answer;
    private readonly Task _loop;

    /// <summary>Listens at once.</summary>
    /// <param name="answer">The status line's end, <c>200 OK</c>, for the request of this number, from 1; <c>null</c> closes the connection.</param>
    public Receiver(Func<int, CancellationToken, Task<string?>> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public static Receiver Answering(params string[] statuses) => new((number, _) => Task.FromResult<string?>(statuses[Math.Min(number, statuses.Length) - 1]));

    public static Receiver Hanging() =>
        new(
            async (_, stop) =>
            {
                await Task.Delay(Timeout.Infinite, stop);
                return null;
            }
        );

    /// <summary>With a path that is a secret.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook/secret";

    /// <summary>Head and body of each request, in the order of their arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>The bodies alone.</summary>
    public IReadOnlyList<string> Bodies =>
        [
            .. _requests.Select(request =>
                Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]))
            ),
        ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient it = client;
        try
        {
            await using NetworkStream stream = client.GetStream();
            _requests.Enqueue(await ReadAsync(stream));
            if (await _answer(_requests.Count, _stop.Token) is { } status)
            {
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: /elsewhere\r\nConnection: close\r\n\r\n"),
                    _stop.Token
                );
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The other side gave up, or the test is over.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (!IsWhole(text.ToString()))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                break;

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string text)
    {
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string? length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        return end >= 0 && length is not null && text.Length >= end + 4 + int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
    }
}
