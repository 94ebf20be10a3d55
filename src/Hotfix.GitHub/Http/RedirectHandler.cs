using System.Net;

namespace Hotfix.GitHub.Http;

/// <summary>
/// Follows redirects, at most five: a renamed repository, and logs that lie elsewhere. The credential stays behind by itself (see <see cref="CredentialHandler"/>).
/// A change is repeated elsewhere only where the status says so (307, 308).
/// </summary>
internal sealed class RedirectHandler : DelegatingHandler
{
    private const int Most = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        for (int followed = 0; followed < Most && IsToBeFollowed(request, response); followed++)
        {
            Uri from = request.RequestUri!;
            var to = new Uri(from, response.Headers.Location!);
            if (from.Scheme == Uri.UriSchemeHttps && to.Scheme != Uri.UriSchemeHttps)
                break;

            response.Dispose();
            request.RequestUri = to;
            response = await base.SendAsync(request, cancellationToken);
        }

        // Octokit would follow what is left, by other rules.
        response.Headers.Location = null;
        return response;
    }

    private static bool IsToBeFollowed(HttpRequestMessage request, HttpResponseMessage response) =>
        response.Headers.Location is not null
        && response.StatusCode switch
        {
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => true,
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther => request.IsSafe(),
            _ => false,
        };
}
