using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Conventions;

/// <summary>How a team titles its pull requests: <c>Hotfix: {description}</c>, <c>fix: {description}</c>, <c>fix(checkout): {description}</c>.</summary>
/// <param name="Text">With the place <c>{description}</c>, once.</param>
/// <remarks>Source of the conventional ones: conventionalcommits.org 1.0.0, which release-please and semantic-release read.</remarks>
public sealed partial record TitlePattern(string Text)
{
    private const string Place = "{description}";
    private const int MaxTitle = 120;

    /// <summary>Below so many subjects a history tells no habit.</summary>
    private const int LeastSubjects = 5;

    private static readonly string[] Signs =
    [
        "semantic-pull-request",
        "commitlint",
        "semantic-release",
        "release-please",
        "conventional-pr",
        "conventional-commit",
    ];

    /// <summary>This tool's own habit.</summary>
    public static TitlePattern Own { get; } = new("Hotfix: {description}");

    /// <summary>A fix by Conventional Commits.</summary>
    public static TitlePattern Conventional { get; } = new("fix: {description}");

    /// <summary>Whether a title of it is a conventional one: then the subjects of commits that a merge keeps are to be so, too.</summary>
    public bool IsConventional => IsConventionalSubject(Text);

    /// <exception cref="HotfixException">HF1083 when the text is no such pattern.</exception>
    public static TitlePattern Parse(string text)
    {
        string trimmed = text.Trim();
        int at = trimmed.IndexOf(Place, StringComparison.Ordinal);
        return
            at >= 0
            && trimmed.LastIndexOf(Place, StringComparison.Ordinal) == at
            && trimmed.Length - Place.Length <= MaxTitle / 2
            && !trimmed.Any(char.IsControl)
            ? new TitlePattern(trimmed)
            : throw new HotfixException(
                "HF1083",
                what: $"--title is '{text}'; nothing was changed.",
                why: $"It is one line with {Place} in it, once, and at most {MaxTitle / 2} characters around it.",
                next: $"For example: --title \"fix: {Place}\""
            );
    }

    /// <summary>What a repository's files and history tell; <c>null</c> when they tell nothing, and this tool's own habit stays.</summary>
    /// <param name="files">Every path of the base's tip.</param>
    /// <param name="subjects">The newest commits of the base, merges left out.</param>
    /// <param name="workflows">The texts of its workflow files.</param>
    public static TitlePattern? Find(IEnumerable<string> files, IReadOnlyList<string> subjects, IEnumerable<string> workflows)
    {
        bool isHabit = subjects.Count >= LeastSubjects && subjects.Count(IsConventionalSubject) * 5 >= subjects.Count * 4;
        return isHabit || files.Any(IsConfiguration) || workflows.Any(IsSaidBy) ? Conventional : null;
    }

    /// <summary>Whether a subject is <c>type(scope)!: words</c>.</summary>
    public static bool IsConventionalSubject(string subject) => ConventionalPrefix().IsMatch(subject);

    /// <summary>A title's words, without what a pattern puts before them.</summary>
    public static string WordsOf(string title)
    {
        string own = Own.Text[..^Place.Length];
        string words = title.StartsWith(own, StringComparison.Ordinal) ? title[own.Length..] : ConventionalPrefix().Replace(title, "");
        return words.Length > 0 ? words : title;
    }

    /// <summary>
    /// The title for these words, at most 120 characters. In a conventional one the first word begins small, as commitlint's usual rules ask for.
    /// </summary>
    public string Fill(string words)
    {
        string text = IsConventional ? Small(words.TrimEnd('.', ' ')) : words;
        int room = MaxTitle - 3 - (Text.Length - Place.Length);
        string shown = text.Length <= room ? text : text[..(char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)] + "…";
        return Text.Replace(Place, shown, StringComparison.Ordinal);
    }

    /// <summary>The pattern.</summary>
    public override string ToString() => Text;

    // What stands in a comment is not done.
    private static bool IsSaidBy(string workflow) =>
        workflow
            .Split('\n')
            .Select(line => Comment().Replace(line, ""))
            .Any(line => Signs.Any(sign => line.Contains(sign, StringComparison.OrdinalIgnoreCase)));

    // 'Null ref' becomes 'null ref'; names such as NullReferenceException, SHOP-123 and HTTP stay.
    private static string Small(string words)
    {
        string first = words.Split(' ')[0];
        return first.Length > 1 && char.IsUpper(first[0]) && first.Skip(1).All(c => char.IsLower(c) || c is '\'' or ',' or ':')
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : words;
    }

    private static bool IsConfiguration(string path) =>
        path
            is ".release-please-manifest.json"
                or "release-please-config.json"
                or ".github/release-please.yml"
                or ".github/semantic.yml"
                or "semantic.yml"
                or ".czrc"
                or ".cz.json"
                or ".cz.toml"
        || path.StartsWith("commitlint.config.", StringComparison.Ordinal)
        || path.StartsWith(".commitlintrc", StringComparison.Ordinal)
        || path.StartsWith("release.config.", StringComparison.Ordinal)
        || path == ".releaserc"
        || path.StartsWith(".releaserc.", StringComparison.Ordinal);

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^(feat|fix|hotfix|perf|refactor|revert|chore|docs|test|ci|build|style|deps)(\([^()]{1,60}\))?!?: +(?=\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ConventionalPrefix();
}
