using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>Lists in GraphQL, and pages of them; a cursor is a place in the list.</summary>
internal static class GraphConnection
{
    private const int Most = 100;

    /// <summary>Everything, as one page.</summary>
    public static JsonObject Of(string? type, IEnumerable<JsonObject> items)
    {
        JsonObject[] nodes = [.. items];
        foreach (JsonObject node in nodes.Where(_ => type is not null))
            node["__typename"] = type;

        return new JsonObject
        {
            ["nodes"] = new JsonArray([.. nodes]),
            ["totalCount"] = nodes.Length,
            ["pageInfo"] = Info(0, nodes.Length, nodes.Length),
        };
    }

    /// <summary>What the arguments ask for of a whole connection; anything else as it is.</summary>
    public static JsonNode? Page(JsonNode? source, JsonObject arguments)
    {
        if (source is not JsonObject whole || whole["nodes"] is not JsonArray nodes || !whole.ContainsKey("pageInfo"))
            return source;

        (int from, int until) = Bounds(arguments, nodes.Count);
        var page = (JsonObject)whole.DeepClone();
        page["nodes"] = new JsonArray([.. nodes.Skip(from).Take(until - from).Select(node => node?.DeepClone())]);
        page["pageInfo"] = Info(from, until, nodes.Count);
        return page;
    }

    /// <summary>Which of so many are asked for: from this one, and up to that one without it. GitHub gives at most 100 at a time.</summary>
    public static (int From, int Until) Bounds(JsonObject arguments, int count)
    {
        int after = arguments["after"] is { } cursor ? Place(cursor.ToString()) : 0;
        if (arguments["first"] is { } first)
            return (Math.Min(after, count), Math.Min(count, after + Number(first)));

        return arguments["last"] is { } last ? (Math.Max(after, count - Number(last)), count) : (Math.Min(after, count), count);
    }

    public static JsonObject Info(int from, int until, int count) =>
        new()
        {
            ["__typename"] = "PageInfo",
            ["hasNextPage"] = until < count,
            ["hasPreviousPage"] = from > 0,
            ["startCursor"] = until > from ? Cursor(from + 1) : null,
            ["endCursor"] = until > from ? Cursor(until) : null,
        };

    private static int Number(JsonNode value) =>
        int.Parse(value.ToString(), CultureInfo.InvariantCulture) is var number and > 0 and <= Most
            ? number
            : throw new GraphFailure("EXCESSIVE_PAGINATION", $"Requesting {value} records on the connection exceeds the `first` limit of {Most} records.");

    private static string Cursor(int place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cursor:{place}")));

    private static int Place(string cursor)
    {
        byte[] bytes = new byte[cursor.Length];
        bool isCursor = Convert.TryFromBase64String(cursor, bytes, out int length);
        string text = isCursor ? Encoding.ASCII.GetString(bytes, 0, length) : "";
        return text.StartsWith("cursor:", StringComparison.Ordinal) && int.TryParse(text[7..], NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? place
            : throw new GraphFailure("INVALID_CURSOR_ARGUMENTS", $"`{cursor}` does not appear to be a valid cursor.");
    }
}
