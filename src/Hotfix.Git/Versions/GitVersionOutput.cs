using System.Text.Json;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>What <c>gitversion /output json</c> said; the rest of its variables is of no use here.</summary>
internal static class GitVersionOutput
{
    /// <summary><c>null</c> when it is not such a document.</summary>
    public static (SemanticVersion MajorMinorPatch, string SemVer)? Parse(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("MajorMinorPatch", out JsonElement numbers)
                && document.RootElement.TryGetProperty("SemVer", out JsonElement semVer)
                && SemanticVersion.TryParse(numbers.GetString()) is { } version
                ? (version, semVer.GetString() ?? version.ToString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
