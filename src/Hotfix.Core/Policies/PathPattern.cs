using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Core.Policies;

/// <summary>A path pattern: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c> one character; case is ignored. A pattern without a slash matches the file name anywhere.</summary>
public sealed class PathPattern
{
    private readonly Regex _regex;

    /// <summary>Any text is a pattern; characters that are not wildcards stand for themselves.</summary>
    public PathPattern(string pattern)
    {
        Text = pattern;
        string anchored = pattern.Contains('/', StringComparison.Ordinal) ? pattern.TrimStart('/') : "**/" + pattern;
        _regex = new Regex(
            $"^{Translate(anchored)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
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
