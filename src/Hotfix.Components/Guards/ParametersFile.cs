using System.Text.Json;

namespace Hotfix.Components.Guards;

/// <summary>A parameters file as people write it by hand: comments and trailing commas included.</summary>
internal static class ParametersFile
{
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(file), ByHand);
}
