using System.Text.Json;

namespace Hotfix.GitHub;

/// <summary>GitHub's typed body of a refusal.</summary>
internal sealed record ErrorAnswer
{
    public string? Message { get; init; }

    /// <summary>Objects with <c>resource</c>, <c>field</c>, <c>code</c>, <c>message</c>; some routes send plain strings, some one object.</summary>
    public JsonElement? Errors { get; init; }
}
