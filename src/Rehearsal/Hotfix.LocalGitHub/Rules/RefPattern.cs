using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>Ruleset patterns: <c>*</c> stays within a segment, <c>**</c> crosses slashes, two names begin with a tilde.</summary>
internal static class RefPattern
{
    public static bool Matches(string pattern, string refName, string defaultBranch) =>
        pattern switch
        {
            "~ALL" => true,
            "~DEFAULT_BRANCH" => refName == "refs/heads/" + defaultBranch,
            _ => Regex.IsMatch(refName, "^" + Translate(pattern) + "$", RegexOptions.CultureInvariant),
        };

    private static string Translate(string pattern) =>
        Regex
            .Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
