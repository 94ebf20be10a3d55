using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hotfix.Core.Text;

namespace Hotfix.GitHub.Http;

/// <summary>
/// The one door through which text leaves for GitHub: whatever was composed, no secret of this process goes out in it.
/// Uploads of files pass as they are.
/// </summary>
internal sealed class MaskHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!SecretMask.IsEmpty && request.Content is { } content && IsText(content.Headers.ContentType?.MediaType))
        {
            string text = await content.ReadAsStringAsync(cancellationToken);
            string masked = Masked(text);
            if (masked != text)
                request.Content = new StringContent(masked, Encoding.UTF8, content.Headers.ContentType!);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    // Octokit declares its JSON as a form.
    private static bool IsText(string? type) => type is "application/x-www-form-urlencoded" || type?.EndsWith("json", StringComparison.Ordinal) == true;

    // Each text of it, as it is without JSON's own escapes, which may stand in the middle of a secret; unchanged when there is nothing to hide.
    private static string Masked(string text)
    {
        try
        {
            JsonNode? body = JsonNode.Parse(text);
            JsonNode? masked = Masked(body);
            return JsonNode.DeepEquals(body, masked) ? text : masked!.ToJsonString();
        }
        catch (JsonException)
        {
            return SecretMask.Mask(text);
        }
    }

    private static JsonNode? Masked(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Masked(pair.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Masked)]),
            JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(SecretMask.Mask(text)),
            null => null,
            _ => node.DeepClone(),
        };
}
