namespace Hotfix.GitHub.Http;

/// <summary>Counts what really goes out; the innermost of our handlers.</summary>
internal sealed class TrafficHandler(Traffic traffic, Uri api) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int? status = null;
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
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
