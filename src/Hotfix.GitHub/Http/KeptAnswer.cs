using System.Net;
using System.Net.Http.Headers;

namespace Hotfix.GitHub.Http;

/// <summary>A body that GitHub gave a tag to, with the headers that belong to the body.</summary>
internal sealed class KeptAnswer(EntityTagHeaderValue tag, byte[] body, HttpResponseMessage original)
{
    private readonly string? _link = original.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? string.Join(", ", links) : null;
    private readonly MediaTypeHeaderValue? _contentType = original.Content.Headers.ContentType;

    public EntityTagHeaderValue Tag => tag;

    /// <summary>The kept body as a 200, with the rate-limit headers of the 304 that confirmed it.</summary>
    public HttpResponseMessage Renew(HttpResponseMessage notModified)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = notModified.RequestMessage, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = _contentType;
        foreach ((string name, IEnumerable<string> values) in notModified.Headers)
            response.Headers.TryAddWithoutValidation(name, values);

        if (_link is not null)
        {
            response.Headers.Remove("Link");
            response.Headers.TryAddWithoutValidation("Link", _link);
        }

        notModified.Dispose();
        return response;
    }
}
