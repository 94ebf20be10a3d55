using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hotfix.Drill.Against;

/// <summary>One request and its answer, without what differs from server to server: names, numbers, shas, times.</summary>
/// <param name="Request">Method and path, <c>GET /repos/{repository}/pulls/{n}</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Fields">Fields of the answer with the kind of their value, two levels deep: <c>head.sha: String</c>. What is <c>null</c> has no kind and is
/// left out.</param>
internal sealed partial record Exchange(string Request, int Status, IReadOnlySet<string> Fields)
{
    public static Exchange Of(string method, string path, string fullName, int status, byte[] body)
    {
        string plain = path.Split('?')[0].Replace(fullName, "{repository}", StringComparison.OrdinalIgnoreCase);
        return new Exchange(
            $"{method} {Login().Replace(Number().Replace(Sha().Replace(plain, "{sha}"), "/{n}"), "{login}")}",
            status,
            new SortedSet<string>(FieldsOf(body), StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> FieldsOf(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. FieldsOf(document.RootElement, "", depth: 2)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // Of a list, all entries together: an empty one says nothing.
    private static IEnumerable<string> FieldsOf(JsonElement value, string name, int depth) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when depth > 0 => value
                .EnumerateObject()
                .SelectMany(field => FieldsOf(field.Value, name.Length == 0 ? field.Name : $"{name}.{field.Name}", depth - 1)),
            JsonValueKind.Array when name.Length == 0 => value.EnumerateArray().SelectMany(item => FieldsOf(item, name, depth)),
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            JsonValueKind.True or JsonValueKind.False => [$"{name}: Boolean"],
            var kind => name.Length == 0 ? [] : [$"{name}: {kind}"],
        };

    [GeneratedRegex(@"(?<=/)[0-9a-f]{40}(?![0-9a-f])")]
    private static partial Regex Sha();

    [GeneratedRegex(@"/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("(?<=/collaborators/)[^/]+")]
    private static partial Regex Login();
}
