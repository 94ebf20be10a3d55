using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>
/// Follows redirects, at most five: a renamed repository, and logs that lie elsewhere. The credential stays behind by itself (see
/// <see cref="CredentialHandler"/>).
/// A change is repeated elsewhere only where the status says so (307, 308).
/// </summary>
internal sealed class RedirectHandler : DelegatingHandler
{
    private const int Most = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        for (int followed = 0; IsRedirect(response); followed++)
        {
            using (response)
                request.RequestUri = Decide(request, response, followed);

            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.Headers.Location is not null
        && response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    /// <exception cref="RedirectRefusedException">When it is not to be followed.</exception>
    private static Uri Decide(HttpRequestMessage request, HttpResponseMessage response, int followed)
    {
        Uri from = request.RequestUri!;
        var to = new Uri(from, response.Headers.Location!);
        string told = $"HTTP {(int)response.StatusCode}, a redirect to {to.GetLeftPart(UriPartial.Path)}";
        bool keepsMethod = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return !request.IsSafe() && !keepsMethod ? throw new RedirectRefusedException($"{told}, which would turn the change into a read.")
            : from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps ? throw new RedirectRefusedException($"{told}, which is not encrypted.")
            : followed == Most ? throw new RedirectRefusedException($"{told}, the sixth in a row.")
            : to;
    }
}
