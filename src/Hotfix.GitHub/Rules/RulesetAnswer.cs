using System.Text.Json.Serialization;

namespace Hotfix.GitHub.Rules;

/// <summary>A ruleset; the list has no conditions and no rules.</summary>
internal sealed record RulesetAnswer(long Id, string Name, string Enforcement)
{
    public string? Target { get; init; }

    public ConditionsAnswer? Conditions { get; init; }

    public IReadOnlyList<RuleAnswer>? Rules { get; init; }

    /// <summary><c>always</c>, <c>pull_requests_only</c> or <c>never</c>.</summary>
    public string? CurrentUserCanBypass { get; init; }

    [JsonPropertyName("_links")]
    public LinksAnswer? Links { get; init; }

    internal sealed record ConditionsAnswer(RefNameAnswer? RefName = null);

    internal sealed record RefNameAnswer(IReadOnlyList<string>? Include = null, IReadOnlyList<string>? Exclude = null);

    internal sealed record LinksAnswer(LinkAnswer? Html = null);

    internal sealed record LinkAnswer(string? Href = null);
}
