using System.Text.Json.Nodes;

namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>Equal as JSON, whatever the order of the members.</summary>
internal sealed class JsonComparer : IEqualityComparer<string>
{
    public static JsonComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => JsonNode.DeepEquals(JsonNode.Parse(x ?? "null"), JsonNode.Parse(y ?? "null"));

    public int GetHashCode(string obj) => 0;
}
