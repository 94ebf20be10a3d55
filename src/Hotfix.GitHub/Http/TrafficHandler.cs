namespace Hotfix.GitHub.Http;

/// <summary>Counts what really goes out, and sees what time it is there; the innermost of our handlers.</summary>
internal sealed class TrafficHandler(Traffic traffic, ServerClock clock, Uri api) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int? status = null;
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            if (request.RequestUri!.Authority == api.Authority && response.Headers.Date is { } date)
                clock.Observe(date);

            return response;
        }
        finally
        {
            traffic.Add(new TrafficEntry(request.Method.Method, Shown(request.RequestUri!), status));
        }
    }

    private string Shown(Uri address)
    {
        UriPartial part = address.Authority == api.Authority ? UriPartial.Query : UriPartial.Path;
        return address.GetLeftPart(part);
    }
}
