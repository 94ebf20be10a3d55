using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Hotfix.GitHub.Http;

/// <summary>
/// The one place that sends the credential, to trusted hosts only and wherever a link or redirect may have led.
/// A refused one is asked for again once. Error bodies lose it, should a server or proxy repeat it.
/// </summary>
internal sealed class CredentialHandler(Credential credential, TrustedHosts hosts) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = null;
        if (!hosts.MaySeeCredential(request.RequestUri!))
            return await base.SendAsync(request, cancellationToken);

        string token = await credential.ReadAsync(cancellationToken);
        HttpResponseMessage response = await SendWithAsync(token, request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && token.Length > 0 && await credential.ReplaceAsync(token, cancellationToken) is { } other)
        {
            response.Dispose();
            response = await SendWithAsync(other, request, cancellationToken);
        }

        if (token.Length > 0 && response.StatusCode < HttpStatusCode.BadRequest)
            credential.Accept();

        return await RedactAsync(response, cancellationToken);
    }

    private Task<HttpResponseMessage> SendWithAsync(string token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // "Token" is Octokit's scheme; GitHub takes it for every kind of token.
        request.Headers.Authorization = token.Length == 0 ? null : new AuthenticationHeaderValue("Token", token);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> RedactAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode < HttpStatusCode.BadRequest)
            return response;

        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        string shown = credential.Redact(body);
        if (shown != body)
            response.Content = new StringContent(shown, Encoding.UTF8, response.Content.Headers.ContentType?.MediaType ?? "text/plain");

        return response;
    }
}
