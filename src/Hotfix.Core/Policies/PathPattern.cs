using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Core.Policies;

/// <summary>A path pattern: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c> one character. A pattern without a slash matches the file name anywhere; one that ends with a slash, everything in that folder.</summary>
public sealed class PathPattern
{
    private readonly Regex _regex;

    /// <summary>Any text is a pattern; characters that are not wildcards stand for themselves.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="ignoreCase">Whether <c>Migrations</c> is also <c>migrations</c>.</param>
    public PathPattern(string pattern, bool ignoreCase = true)
    {
        Text = pattern;
        string folder = pattern.EndsWith('/') ? pattern + "**" : pattern;
        string anchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal) ? folder.TrimStart('/') : "**/" + folder;

        // Backtracking over several ** would take time that grows with a power of the path's length.
        RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant;
        _regex = new Regex($@"\A{Translate(anchored)}\z", ignoreCase ? options | RegexOptions.IgnoreCase : options);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the path, with forward slashes and relative to the repository's root, matches.</summary>
    public bool Matches(string path) => _regex.IsMatch(path);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            bool isDouble = pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*';
            bool spansFolders = isDouble && i + 2 < pattern.Length && pattern[i + 2] == '/';
            regex.Append((pattern[i], isDouble, spansFolders) switch
            {
                ('*', true, true) => "(?:.*/)?",
                ('*', true, false) => ".*",
                ('*', false, _) => "[^/]*",
                ('?', _, _) => "[^/]",
                _ => Regex.Escape(pattern[i].ToString()),
            });
            i += spansFolders ? 2 : isDouble ? 1 : 0;
        }

        return regex.ToString();
    }
}
