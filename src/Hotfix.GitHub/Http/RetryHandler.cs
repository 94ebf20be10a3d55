using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>
/// Gives each try its time-out, reads the whole body (so that one that breaks off is noticed here), and repeats what changes nothing, three tries in all.
/// A change is never repeated here: its caller asks first whether it was made.
/// </summary>
internal sealed class RetryHandler(TimeProvider time, GitHubConnectionOptions options, Traffic traffic, SharedPause pause) : DelegatingHandler
{
    private const int Tries = 3;

    /// <summary>Bytes; no answer that is read whole comes near it.</summary>
    private const long LargestAnswer = 64 * 1024 * 1024;
    private static readonly TimeSpan LongestAskedWait = TimeSpan.FromMinutes(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            string trouble;
            TimeSpan? asked = null;
            try
            {
                await pause.WaitAsync(cancellationToken);
                HttpResponseMessage response = await TryAsync(request, cancellationToken);
                if (!IsPassing(response))
                    return response;

                // What is asked of one is asked of all, also where this one is not repeated.
                asked = response.Headers.RetryAfter?.Delta;
                if (asked is { } stated && stated <= LongestAskedWait)
                    pause.Begin(stated);

                if (!request.IsSafe() || ++failures == Tries || asked > LongestAskedWait)
                    return response;

                trouble = $"HTTP {(int)response.StatusCode}";
                response.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException && request.IsSafe() && ++failures < Tries)
            {
                trouble = e is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
                    ? $"no answer ({http.HttpRequestError})"
                    : "no answer";
            }

            TimeSpan wait = asked ?? Backoff.After(options.FirstBackoff, failures);
            options.Notice($"GitHub: {trouble} to {request.Method} {request.RequestUri!.AbsolutePath}; trying again in {wait.TotalSeconds:0.0} s.");
            traffic.AddRetry();
            if (asked is null)
                await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TimeSpan limit = request.Options.TryGetValue(CallOptions.Timeout, out TimeSpan own) ? own : options.RequestTimeout;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, either.Token);
            if (!request.IsStreamedCall())
                await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);

            return response;
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {limit.TotalSeconds:0} s.", e);
        }
    }
}
