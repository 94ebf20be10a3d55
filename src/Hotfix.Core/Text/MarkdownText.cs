using System.Text;

namespace Hotfix.Core.Text;

/// <summary>Puts people's words into Markdown as text: no formatting, no HTML, no mention takes effect.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~@&:";

    /// <summary>A fenced block whose fence the text cannot close.</summary>
    public static string Block(string text)
    {
        string normalized = SecretMask.Mask(text).ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        string fence = new('`', Math.Max(3, LongestRun(normalized) + 1));
        return $"{fence}text\n{normalized}\n{fence}";
    }

    /// <summary>A code span on one line; nothing for an empty text.</summary>
    public static string Code(string text)
    {
        if (text.Length == 0)
            return "";

        string line = SecretMask.Mask(text).ReplaceLineEndings(" ");
        string fence = new('`', LongestRun(line) + 1);
        bool losesSpaces = line.StartsWith(' ') && line.EndsWith(' ') && line.AsSpan().Trim().Length > 0;
        string pad = losesSpaces || line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>
    /// Plain text on one line, every special character escaped; an invisible space behind <c>@</c> and <c>#</c> keeps them from naming anybody or anything.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in SecretMask.Mask(text).ReplaceLineEndings(" "))
        {
            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString());

            // GitHub looks for mentions and issue numbers after Markdown has taken the backslashes away.
            escaped.Append(c is '@' or '#' ? "&#8203;" : "");
        }

        return escaped.ToString();
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
