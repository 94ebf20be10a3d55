using System.Text.Json;

namespace Hotfix.Drill.Players;

/// <summary>Reads from the server's answers.</summary>
internal static class JsonReading
{
    /// <summary>The text at a path of properties; empty for a JSON null.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
            element = element.GetProperty(name);

        return element.GetString() ?? "";
    }
}
