namespace Hotfix.Core.Snapshots;

/// <summary>An invisible mark in a text on GitHub, by which this software finds its own issue or comment again: the text around it is people's.</summary>
/// <param name="Name">Lower-case letters, digits, and what else a release tag may have, <c>- / . @ _ +</c>: <c>forward-port/null-ref</c>.</param>
public sealed record Marker(string Name)
{
    /// <summary>An HTML comment, which GitHub does not show.</summary>
    public string Text { get; } = Name.Length > 0 && Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/' or '.' or '@' or '_' or '+')
        ? $"<!-- hotfix:{Name} -->"
        : throw new ArgumentException($"'{Name}' cannot be a marker.", nameof(Name));

    /// <summary>Whether the text has it.</summary>
    public bool IsIn(string text) => text.Contains(Text, StringComparison.Ordinal);

    /// <summary>Whether the text begins with it, as this software writes its own: a text that quotes one has it further back.</summary>
    public bool IsAtFrontOf(string text) => text.StartsWith(Text, StringComparison.Ordinal);

    /// <summary>The text with the mark in front, once.</summary>
    public string On(string text) => IsIn(text) ? text : $"{Text}\n{text}";
}
