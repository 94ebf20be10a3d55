using System.Text.RegularExpressions;

namespace Hotfix.Core.Conventions;

/// <summary>A step of a workflow that checks how pull requests are titled, by one of the actions that do so, and what it would say of a title.</summary>
/// <param name="Action">Owner and name, without the version.</param>
/// <param name="Inputs">What it is told, by name.</param>
/// <remarks>Source: the actions' own documentation of their inputs and defaults.</remarks>
internal sealed partial record TitleCheck(string Action, IReadOnlyDictionary<string, string> Inputs)
{
    private const string Semantic = "amannn/action-semantic-pull-request";
    private static readonly string[] UsualTypes = ["feat", "fix", "docs", "style", "refactor", "perf", "test", "build", "ci", "chore", "revert"];

    // Where the pattern is said.
    private static readonly Dictionary<string, string> Patterns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Slashgear/action-check-pr-title"] = "regexp",
        ["deepakputhraya/action-pr-title"] = "regex",
        ["morrisoncole/pr-lint-action"] = "title-regex",
    };

    /// <summary>The check of a step; <c>null</c> when its action is none of those that are known.</summary>
    /// <param name="uses">The step's <c>uses</c>.</param>
    /// <param name="inputs">Its <c>with</c>.</param>
    public static TitleCheck? Of(string uses, IReadOnlyDictionary<string, string> inputs)
    {
        string action = uses.Split('@')[0];
        return action.Equals(Semantic, StringComparison.OrdinalIgnoreCase) || (Patterns.TryGetValue(action, out string? input) && inputs.ContainsKey(input))
            ? new TitleCheck(action, inputs)
            : null;
    }

    /// <summary>Why the title would not pass; <c>null</c> when it would, or when a pattern is of another kind than .NET's.</summary>
    public string? Objection(string title) =>
        Action.Equals(Semantic, StringComparison.OrdinalIgnoreCase) ? OfSemantic(title)
        : Patterns.TryGetValue(Action, out string? input) && Inputs.TryGetValue(input, out string? pattern) && Misses(title, pattern)
            ? $"it does not match {pattern}"
        : null;

    private string? OfSemantic(string title)
    {
        if (Header().Match(title) is not { Success: true } header)
            return "it has no type in front, such as 'fix: '";

        string[] types = Lines("types") is { Length: > 0 } said ? said : UsualTypes;
        string type = header.Groups["type"].Value,
            scope = header.Groups["scope"].Value,
            subject = header.Groups["subject"].Value;
        string[] scopes = Lines("scopes");
        return !types.Any(one => Fits(type, one)) ? $"its type '{type}' is none of {string.Join(", ", types)}"
            : scope.Length == 0 && Inputs.GetValueOrDefault("requireScope") == "true" ? "it has no scope, such as 'fix(checkout): '"
            : scope.Length > 0 && scopes.Length > 0 && !scopes.Any(one => Fits(scope, one)) ? $"its scope '{scope}' is none of {string.Join(", ", scopes)}"
            : Inputs.GetValueOrDefault("subjectPattern") is { Length: > 0 } pattern && !Fits(subject, pattern) ? $"its words do not match {pattern}"
            : null;
    }

    private string[] Lines(string input) =>
        Inputs.GetValueOrDefault(input)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool Fits(string text, string pattern) => !Misses(text, $"^(?:{pattern})$");

    private static bool Misses(string text, string pattern)
    {
        try
        {
            return !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(?<type>\w+)(?:\((?<scope>[^)]*)\))?!?: (?<subject>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
