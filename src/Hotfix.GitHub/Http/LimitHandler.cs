using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>Waits out rate limits as GitHub asks, up to a total for each request; what would take longer is handed back as the refusal that it is.</summary>
/// <remarks>A refused request was not carried out, so that repeating a change is safe here.</remarks>
internal sealed class LimitHandler(TimeProvider time, GitHubConnectionOptions options, Traffic traffic, SharedPause pause) : DelegatingHandler
{
    /// <summary>GitHub: without a header, wait at least a minute, and longer each time.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMinutes(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int refusals = 0; ; refusals++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            RateLimit? limit = await ReadLimitAsync(request, response, cancellationToken);
            TimeSpan wait = limit?.Wait ?? (LeastWait * Math.Pow(2, refusals));
            if (limit is null || waited + wait > options.LongestLimitWait)
                return response;

            string kind = limit.IsPrimary ? "the hourly rate limit is used up" : "too many requests in a short time";
            pause.Begin(wait);
            options.Notice($"GitHub: {kind}; waiting {wait.TotalSeconds:0} s as it asks, until {time.GetUtcNow() + wait:HH:mm:ss} UTC.");
            traffic.AddWait(wait);
            response.Dispose();
            await pause.WaitAsync(cancellationToken);
            waited += wait;
        }
    }

    private async Task<RateLimit?> ReadLimitAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        bool mayBeLimit =
            response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
            || (response.StatusCode == HttpStatusCode.OK && request.IsGraphQLCall());
        if (!mayBeLimit)
            return null;

        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        return RateLimit.Read(response.StatusCode, name => HeaderOf(response, name), body, time.GetUtcNow());
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
}
