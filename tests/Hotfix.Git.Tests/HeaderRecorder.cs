using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hotfix.Git.Tests;

/// <summary>A web server on loopback that answers 404 to everything and remembers the headers of the first request.</summary>
internal sealed class HeaderRecorder : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly TaskCompletionSource<IReadOnlyList<string>> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public HeaderRecorder()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public Task<IReadOnlyList<string>> FirstRequestAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            using (client)
                await AnswerAsync(client.GetStream());
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var headers = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers.Add(line);

        _first.TrySetResult(headers);
        await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
    }
}
