using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hotfix.Testing.Contract;

namespace Hotfix.Scenarios.Lab;

/// <summary>
/// A GitHub that is told apart from the local one by everything that a client could have grown used to: other addresses (below <c>/gh</c>), ids beyond 32 bits,
/// pages behind opaque links, no entity tags, other spacing, unknown extra fields, and legal values that Octokit's own models cannot read.
/// Behind it is the local GitHub, so it proves nothing about rules that both have wrong.
/// </summary>
internal sealed partial class OtherGitHub : IAsyncDisposable
{
    private const long IdOffset = 7_000_000_000;
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly ConcurrentDictionary<string, string> _pages = new();
    private readonly ConcurrentQueue<ContractFinding> _findings = new();
    private readonly string _behind;
    private readonly Task _serving;

    private OtherGitHub(Uri behind, int port)
    {
        _behind = behind.ToString().TrimEnd('/');
        Address = $"http://127.0.0.1:{port}/gh";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Requests that came through here.</summary>
    public int Requests { get; private set; }

    /// <summary>What GitHub's description does not allow of these answers.</summary>
    public IReadOnlyCollection<ContractFinding> Findings => _findings;

    public static OtherGitHub InFrontOf(Uri address)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new OtherGitHub(address, port);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                Requests++;
                _ = AnswerAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return; // closed
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await PassOnAsync(context);
        }
        catch (Exception e) when (e is HttpListenerException or HttpRequestException or IOException)
        {
            context.Response.Abort();
        }
    }

    private async Task PassOnAsync(HttpListenerContext context)
    {
        string target = TargetOf(context.Request.RawUrl!);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), _behind + target);
        if (context.Request.HasEntityBody)
            request.Content = new StreamContent(context.Request.InputStream);

        foreach (
            string name in context
                .Request.Headers.AllKeys.OfType<string>()
                .Where(name => name is not ("Host" or "Connection" or "Transfer-Encoding" or "If-None-Match" or "Expect"))
        )
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]))
                request.Content?.Headers.TryAddWithoutValidation(name, context.Request.Headers[name]);
        }

        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)response.StatusCode;
        CopyHeaders(response, context.Response);
        await using Stream output = context.Response.OutputStream;
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
            await output.WriteAsync(await DisguiseAsync(context, target, response));
        else
            await response.Content.CopyToAsync(output);
    }

    // Back to what stands behind: below /gh, with ids of its own, and pages that it knows.
    private string TargetOf(string raw)
    {
        string target = raw.StartsWith("/gh", StringComparison.Ordinal) ? raw["/gh".Length..] : raw;
        if (target.StartsWith("/api/v3/pages/", StringComparison.Ordinal))
            target = _pages[target["/api/v3/pages/".Length..]];

        return BigId().Replace(target, match => $"/{long.Parse(match.Value[1..], System.Globalization.CultureInfo.InvariantCulture) - IdOffset}");
    }

    private void CopyHeaders(HttpResponseMessage response, HttpListenerResponse to)
    {
        if (response.Content.Headers.ContentType is { } type)
            to.ContentType = type.ToString();

        foreach (
            (string name, IEnumerable<string> values) in response.Headers.Where(header =>
                header.Key is not ("ETag" or "Transfer-Encoding" or "Connection" or "Date" or "Server")
            )
        )
        {
            string value = string.Join(", ", values);
            to.Headers[name] =
                name == "Link"
                    ? Bracketed().Replace(value, match => $"<{Address}/api/v3/pages/{PageOf(match.Groups[1].Value)}>")
                    : value.Replace(_behind, Address, StringComparison.Ordinal);
        }
    }

    private string PageOf(string link)
    {
        string token = Guid.NewGuid().ToString("N");
        _pages[token] = link[_behind.Length..];
        return token;
    }

    private async Task<byte[]> DisguiseAsync(HttpListenerContext context, string target, HttpResponseMessage response)
    {
        JsonNode? body = JsonNode.Parse((await response.Content.ReadAsStringAsync()).Replace(_behind, Address, StringComparison.Ordinal));
        Disguise(body);
        if ((body as JsonObject)?["check_runs"] is JsonArray { Count: > 0 } runs)
            runs.Add(Foreign(runs[0]!));

        string text = body?.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) ?? "";
        if (ContractChecker.Instance is { } checker)
        {
            var exchange = new ContractExchange(context.Request.HttpMethod, target, (int)response.StatusCode)
            {
                ResponseType = "application/json",
                ResponseBody = text,
            };
            foreach (ContractFinding finding in target.Contains("graphql", StringComparison.Ordinal) ? [] : await checker.CheckAsync(exchange))
                _findings.Enqueue(finding);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>A check of somebody else's, in states that GitHub's description has and Octokit 14 has not.</summary>
    private static JsonNode Foreign(JsonNode like)
    {
        JsonNode foreign = like.DeepClone();
        foreign["id"] = like["id"]!.GetValue<long>() + 1;
        foreign["name"] = "somebody else's";
        foreign["status"] = "waiting";
        foreign["conclusion"] = null;
        foreign["started_at"] = null;
        foreign["completed_at"] = null;
        return foreign;
    }

    private static void Disguise(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
                Disguise(item);
        }

        if (node is not JsonObject record)
            return;

        foreach ((string name, JsonNode? value) in record.ToArray())
        {
            if ((name == "id" || name.EndsWith("_id", StringComparison.Ordinal)) && value is JsonValue number && number.TryGetValue(out long id))
                record[name] = id + IdOffset;
            else if (name == "author_association" && value?.GetValue<string>() == "NONE")
                record[name] = "MANNEQUIN";
            else if (name == "mergeable_state" && value?.GetValue<string>() == "clean")
                record[name] = "has_hooks";
            else
                Disguise(value);
        }
    }

    [GeneratedRegex(@"/7\d{9}(?=/|\?|$)")]
    private static partial Regex BigId();

    [GeneratedRegex("<([^>]+)>")]
    private static partial Regex Bracketed();
}
