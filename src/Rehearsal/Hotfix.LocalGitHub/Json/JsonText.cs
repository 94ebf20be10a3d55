using System.Globalization;
using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Spellings shared by all shapes.</summary>
internal static class JsonText
{
    /// <summary><c>2026-01-31T09:00:00Z</c>, as every timestamp of the API.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? at) => at is { } time ? Time(time) : null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    /// <summary>Links as <c>_links</c> holds them.</summary>
    public static JsonObject Link(string address) => new() { ["href"] = address };
}
