namespace Hotfix.Core.Text;

/// <summary>An invisible mark in a text on GitHub, by which this software finds its own issue or comment again: the text around it is people's.</summary>
/// <param name="Name">Lower-case letters, digits, and what else a release tag may have, <c>- / . @ _ +</c>: <c>forward-port/null-ref</c>.</param>
internal sealed record Marker(string Name)
{
    /// <summary>An HTML comment, which GitHub does not show.</summary>
    public string Text { get; } =
        Name.Length > 0 && Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/' or '.' or '@' or '_' or '+')
            ? $"<!-- hotfix:{Name} -->"
            : throw new ArgumentException($"'{Name}' cannot be a marker.", nameof(Name));

    private const string Begin = "<!-- hotfix:";

    /// <summary>Whether a line of a text begins as a mark of this software's does.</summary>
    public static bool IsAnyIn(string text) => text.StartsWith(Begin, StringComparison.Ordinal) || text.Contains("\n" + Begin, StringComparison.Ordinal);

    /// <summary>Whether the text begins with it, its only place in a comment: a text that quotes a mark has it further back.</summary>
    public bool IsAtFrontOf(string text) => text.StartsWith(Text, StringComparison.Ordinal);

    /// <summary>Whether a whole line of the text is this mark: people write above what an issue began with.</summary>
    public bool IsLineOf(string text) => text.ReplaceLineEndings("\n").Split('\n').Contains(Text);

    /// <summary>The text with the mark in front, once.</summary>
    public string On(string text) => IsAtFrontOf(text) ? text : $"{Text}\n{text}";
}
