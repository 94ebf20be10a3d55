using Hotfix.Core.Text;

namespace Hotfix.Core.PostMortems;

/// <summary>People's words in a post-mortem: always text, never markup, and never a mark of ours.</summary>
internal static class PostMortemWords
{
    private const int MaxLine = 300;
    private const int MaxBlock = 4_000;

    /// <summary>One line, escaped.</summary>
    public static string Line(string text) => MarkdownText.Escape(PlainText.OneLine(text, MaxLine));

    /// <summary>Several lines, as they were written, in a fenced block.</summary>
    public static string Block(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string shown = string.Join('\n', lines.Select(line => PlainText.OneLine(line, MaxBlock)));
        shown = shown.Length <= MaxBlock ? shown : shown[..(char.IsHighSurrogate(shown[MaxBlock - 1]) ? MaxBlock - 1 : MaxBlock)] + "…";

        // Inside a fence nothing else takes effect, but a mark is looked for in the raw text.
        return MarkdownText.Block(shown.Replace("<!--", "<!\u200b--", StringComparison.Ordinal));
    }
}
