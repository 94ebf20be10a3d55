using System.Net.Http.Headers;

namespace Hotfix.GitHub.Http;

/// <summary>Makes Octokit's headers and our own the same, and says what they are.</summary>
internal sealed class HeadersHandler(string version) : DelegatingHandler
{
    /// <summary>The API version whose answers this project reads; without it GitHub may move to one without <c>merge_commit_sha</c>.</summary>
    private const string ApiVersion = "2022-11-28";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Clear();
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("hotfix", version));
        request.Headers.Remove("X-GitHub-Api-Version");
        request.Headers.Add("X-GitHub-Api-Version", ApiVersion);

        // Octokit declares its JSON as a form.
        if (request.Content?.Headers.ContentType?.MediaType == "application/x-www-form-urlencoded")
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        JoinLinks(response.Headers);
        return response;
    }

    /// <summary>Octokit reads only the first line of a header that comes in several.</summary>
    private static void JoinLinks(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Link", out IEnumerable<string>? links) || links.Count() == 1)
            return;

        string joined = string.Join(", ", links);
        headers.Remove("Link");
        headers.TryAddWithoutValidation("Link", joined);
    }
}
