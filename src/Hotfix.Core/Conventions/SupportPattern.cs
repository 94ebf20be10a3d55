using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Conventions;

/// <summary>How a team names the branch of a released line: <c>support/{major}.{minor}</c>, <c>release/{major}.x</c>, <c>servicing/{version}</c>.</summary>
/// <param name="Text">With the places <c>{major}</c> and <c>{minor}</c>, <c>{major}</c> alone, or <c>{version}</c>, the three numbers of the release that it
/// was cut from.</param>
public sealed record SupportPattern(string Text)
{
    /// <summary>GitVersion's name for it.</summary>
    public static SupportPattern Default { get; } = new("support/{major}.{minor}");

    /// <summary>That of a product: the lines of two products have the same numbers now and then, and are not one branch.</summary>
    public static SupportPattern Of(string? product) =>
        product is not null && BranchName.TryParse($"support/{product}/1.4", out _) ? new SupportPattern($"support/{product}/{{major}}.{{minor}}") : Default;

    /// <summary>What every branch of it begins with.</summary>
    public string Prefix => Text[..Text.IndexOf('{', StringComparison.Ordinal)];

    /// <summary>As a filter of branches, for a workflow or a ruleset: <c>support/**</c>.</summary>
    public string Glob => Prefix + (Prefix.EndsWith('/') ? "**" : "*");

    private static SemanticVersion Example { get; } = new(1, 4, 2);

    private string Expression =>
        $"^{Regex.Escape(Text)}$"
            .Replace(@"\{version}", @"\{major}\.\{minor}\.\{patch}", StringComparison.Ordinal)
            .Replace(@"\{major}", Number("major"), StringComparison.Ordinal)
            .Replace(@"\{minor}", Number("minor"), StringComparison.Ordinal)
            .Replace(@"\{patch}", Number("patch"), StringComparison.Ordinal);

    /// <exception cref="HotfixException">HF1084 when the text is no such pattern.</exception>
    public static SupportPattern Parse(string text)
    {
        var pattern = new SupportPattern(text.Trim());
        string[] places =
        [
            .. Regex.Matches(pattern.Text, "\\{[^}]*\\}", RegexOptions.CultureInvariant).Select(match => match.Value).Order(StringComparer.Ordinal),
        ];
        bool isPattern =
            places is ["{major}", "{minor}"] or ["{version}"] or ["{major}"]
            && BranchName.TryParse(pattern.Fill(Example), out BranchName? branch)
            && pattern.LineOf(branch)?.Holds(Example) == true;
        return isPattern
            ? pattern
            : throw new HotfixException(
                "HF1084",
                what: $"--support-pattern is '{text}'; nothing was changed.",
                why: "It is the name of a branch with {major} and {minor} in it, with {major} alone, or with {version}.",
                next: "For example: --support-pattern \"release/{major}.{minor}\""
            );
    }

    /// <summary>The line that a branch is of; <c>null</c> when it is no line's.</summary>
    public SupportLine? LineOf(BranchName branch) =>
        Regex.Match(branch.Value, Expression, RegexOptions.CultureInvariant) is { Success: true } match
        && int.TryParse(match.Groups["major"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            ? new SupportLine(major, int.TryParse(match.Groups["minor"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int minor) ? minor : null)
            : null;

    /// <summary>The branch of a version's line: the one that exists, else the one to make.</summary>
    public BranchName BranchOf(SemanticVersion version, IEnumerable<BranchName> existing) =>
        existing
            .Where(branch => LineOf(branch)?.Holds(version) == true)
            .OrderByDescending(branch => branch.Value.Length)
            .ThenByDescending(branch => branch.Value, StringComparer.Ordinal)
            .FirstOrDefault()
        ?? BranchName.Parse(Fill(version));

    /// <summary>The pattern.</summary>
    public override string ToString() => Text;

    // support/1.4 and nothing like support/1.04
    private static string Number(string name) => $"(?<{name}>0|[1-9][0-9]{{0,8}})";

    private string Fill(SemanticVersion version) =>
        Text.Replace("{major}", version.Major.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{minor}", version.Minor.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{version}", version.ToString(), StringComparison.Ordinal);
}
