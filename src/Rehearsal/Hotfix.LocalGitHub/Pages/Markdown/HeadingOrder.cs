using Markdig.Syntax;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>Fits a text's headings below the one that it stands under, without leaving out a level.</summary>
internal static class HeadingOrder
{
    private const int Deepest = 6;

    /// <param name="document">Its headings are changed.</param>
    /// <param name="below">Level of the heading above the text.</param>
    public static void Apply(MarkdownDocument document, int below)
    {
        HeadingBlock[] headings = [.. document.Descendants<HeadingBlock>()];
        int[] levels = [.. headings.Select(heading => heading.Level).Distinct().Order()];
        int last = below;
        foreach (HeadingBlock heading in headings)
        {
            int wanted = below + 1 + Array.IndexOf(levels, heading.Level);
            heading.Level = last = Math.Min(Deepest, Math.Min(wanted, last + 1));
        }
    }
}
