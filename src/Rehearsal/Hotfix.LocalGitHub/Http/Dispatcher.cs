using System.Diagnostics;
using Hotfix.LocalGitHub.Faults;
using Hotfix.LocalGitHub.Pages;
using Hotfix.LocalGitHub.State;
using Microsoft.AspNetCore.Http.Features;

namespace Hotfix.LocalGitHub.Http;

/// <summary>Takes every request: decides what it is, whether it is to go wrong, and writes it into the log.</summary>
internal sealed class Dispatcher(Hub hub, RestEndpoint rest, RequestLog log)
{
    private readonly PageEndpoint _pages = new(hub);

    public async Task HandleAsync(HttpContext context)
    {
        DateTimeOffset arrived = hub.Now;
        long started = Stopwatch.GetTimestamp();
        string path = PathOf(context, hub);
        var exchange = new Exchange(context, path);
        bool isPage = PageEndpoint.Claims(context.Request);
        bool isRecorded = isPage;

        // Before the answer leaves: who has it may read the log at once.
        context.Response.OnStarting(() =>
        {
            RecordOnce();
            return Task.CompletedTask;
        });
        try
        {
            if (isPage)
            {
                await _pages.AnswerAsync(exchange);
                return;
            }

            if (hub.Arriving is { } arriving)
                await arriving(new ArrivingRequest(context.Request.Method, path, Authentication.LoginOf(context.Request, hub)));

            Fault? fault = path.StartsWith("/_local/", StringComparison.Ordinal)
                ? null
                : hub.Faults.Take(context.Request.Method, path, Authentication.LoginOf(context.Request, hub));
            await AnswerAsync(exchange, fault);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            hub.Options.Log?.Invoke(failure.ToString());
            await exchange.WriteAsync(ApiResponse.From(ApiFailure.With(500, $"The local server failed: {failure.Message}")));
        }
        finally
        {
            RecordOnce();
        }

        void RecordOnce()
        {
            if (!isRecorded)
                Record(exchange, arrived, Stopwatch.GetElapsedTime(started));
            isRecorded = true;
        }
    }

    private async Task AnswerAsync(Exchange exchange, Fault? fault)
    {
        if (fault?.Kind == FaultKind.Slow)
            await hub.WaitAsync(fault.Delay);

        if (fault?.Kind == FaultKind.ResetBefore)
            exchange.Reset();
        else if (fault is not null && FaultAnswers.Of(fault, hub.Now) is { } instead)
            await exchange.WriteAsync(instead);
        else if (GitEndpoint.Claims(exchange.Path))
            await GitEndpoint.AnswerAsync(exchange, hub, fault);
        else
            await rest.AnswerAsync(exchange, fault);
    }

    private void Record(Exchange exchange, DateTimeOffset arrived, TimeSpan duration)
    {
        HttpRequest request = exchange.Context.Request;
        int status = exchange.WasReset ? 0 : exchange.Context.Response.StatusCode;
        bool conditional = request.Headers.IfNoneMatch.Count > 0;
        var recorded = new RecordedRequest(arrived, request.Method, exchange.Path + request.QueryString, status, exchange.User?.Login, conditional, duration);
        log.Add(recorded);
        hub.Options.Log?.Invoke($"{recorded.Method} {recorded.Path} {recorded.Status} {recorded.User} {duration.TotalMilliseconds:0.0} ms");
    }

    // Still escaped, without the enterprise prefix, and with a repository's id replaced by its name.
    private static string PathOf(HttpContext context, Hub hub)
    {
        string path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2)[0];
        if (path.StartsWith(ApiAddress.EnterprisePrefix + "/", StringComparison.Ordinal))
            path = path[ApiAddress.EnterprisePrefix.Length..];
        else if (path == "/api/graphql")
            path = "/graphql";

        string[] parts = path.Split('/', 4);
        return parts is ["", "repositories", var id, ..] && long.TryParse(id, out long number) && hub.Find(number) is { } repository
            ? string.Join('/', ["", "repos", repository.FullName, .. parts.Skip(3)])
            : path;
    }
}
