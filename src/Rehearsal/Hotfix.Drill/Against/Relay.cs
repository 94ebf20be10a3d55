using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hotfix.Drill.Against;

/// <summary>
/// Stands between the targets and a server on a loopback port, passes everything on, and writes down what was answered. Bodies stay in memory; the credential
/// is nowhere written.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    /// <summary>What GitHub asks for between changes. The targets leave it out, since this address is of this machine.</summary>
    private static readonly TimeSpan PauseBetweenWrites = TimeSpan.FromSeconds(1);

    private static readonly string[] NotPassedOn = ["Host", "Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive", "Accept-Encoding"];
    private readonly WebApplication _application;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Place _place;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    private Relay(WebApplication application, Place place)
    {
        _application = application;
        _place = place;
    }

    /// <summary>With a slash at the end.</summary>
    public Uri Address => new(_application.Urls.First() + "/");

    /// <summary>For git, which goes the same way: no credential is shown to two hosts.</summary>
    public string CloneAddress => $"{Address}{_place.FullName}.git";

    /// <summary>What was answered so far, without git's part.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. _exchanges];

    public static async Task<Relay> StartAsync(Place place, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        var relay = new Relay(application, place);
        application.Run(relay.PassAsync);
        await application.StartAsync(cancellationToken);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
        _writing.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        bool isWrite =
            !_place.Api.IsLoopback
            && context.Request.Method is not ("GET" or "HEAD")
            && context.Request.Path != "/graphql"
            && context.Request.Path.Value?.EndsWith("/git-upload-pack", StringComparison.Ordinal) != true;
        if (!isWrite)
        {
            await PassOnAsync(context);
            return;
        }

        await _writing.WaitAsync(context.RequestAborted);
        try
        {
            await PassOnAsync(context);
            await Task.Delay(PauseBetweenWrites, TimeProvider.System, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task PassOnAsync(HttpContext context)
    {
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        bool isGit = target.StartsWith($"/{_place.FullName}.git/", StringComparison.Ordinal);
        Uri address = target.Split('?')[0] == "/graphql" ? _place.GraphQL : new Uri(isGit ? _place.Web : _place.Api, target.TrimStart('/'));
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        request.Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null;
        foreach ((string name, var values) in context.Request.Headers.Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using HttpResponseMessage response = await _client.SendAsync(request, context.RequestAborted);
        byte[] answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (!isGit)
            _exchanges.Enqueue(Exchange.Of(context.Request.Method, target, _place.FullName, (int)response.StatusCode, answer));
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (
            (string name, IEnumerable<string> values) in response
                .Headers.Concat(response.Content.Headers)
                .Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
        )
        {
            context.Response.Headers[name] = values
                .Select(value => value.Replace(_place.Api.AbsoluteUri, Address.AbsoluteUri, StringComparison.Ordinal))
                .ToArray();
        }

        if (answer.Length > 0)
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
