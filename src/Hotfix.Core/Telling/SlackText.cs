using System.Text;
using Hotfix.Core.Text;

namespace Hotfix.Core.Telling;

/// <summary>Puts people's words into Slack's mrkdwn as text: nobody is pinged, nothing becomes a link, an emoji or formatting.</summary>
/// <remarks>Source: Slack's page on formatting: <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are all that can be escaped; the rest is taken apart by an
/// invisible space.</remarks>
internal static class SlackText
{
    private const string InvisibleSpace = "\u200b";

    /// <summary>One line of at most <paramref name="most"/> characters of the words themselves.</summary>
    public static string Escape(string text, int most = 300)
    {
        var escaped = new StringBuilder();
        string line = PlainText.OneLine(text, most);
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool isFormat = c is '*' or '_' or '~' or '`';

            // In front as well: "*bold*" needs a border between the mark and what is outside of it, and a '>' at the begin of a line is a quotation.
            escaped.Append(isFormat || c == '>' ? InvisibleSpace : "");
            escaped.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ => c.ToString(),
                }
            );

            // A version stays one that can be copied: only a name after the dot makes a domain.
            bool isDomain = c == '.' && i + 1 < line.Length && char.IsLetter(line[i + 1]);
            escaped.Append(isFormat || isDomain || c is '@' or '#' or ':' or '<' ? InvisibleSpace : "");
        }

        return escaped.ToString();
    }

    /// <summary>A link with words of ours or of people; the words alone when the address is none of the web.</summary>
    public static string Link(string words, string? url) =>
        WebAddress.Of(url) is { } address ? $"<{address.Replace("&", "&amp;", StringComparison.Ordinal)}|{Escape(words)}>" : Escape(words);
}
