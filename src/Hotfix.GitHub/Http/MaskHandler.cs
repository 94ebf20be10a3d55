using System.Text;
using Hotfix.Core.Text;

namespace Hotfix.GitHub.Http;

/// <summary>
/// The one door through which text leaves for GitHub: whatever was composed, no secret of this process goes out in it. Uploads of files pass as
/// they are.
/// </summary>
internal sealed class MaskHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!SecretMask.IsEmpty && request.Content is { } content && IsText(content.Headers.ContentType?.MediaType))
        {
            string text = await content.ReadAsStringAsync(cancellationToken);
            string masked = SecretMask.Mask(text);
            if (masked != text)
                request.Content = new StringContent(masked, Encoding.UTF8, content.Headers.ContentType!);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    // Octokit declares its JSON as a form.
    private static bool IsText(string? type) => type is "application/x-www-form-urlencoded" || type?.EndsWith("json", StringComparison.Ordinal) == true;
}
