using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>Comments of HTML, which GitHub does not show; in them, the targets keep what they need to find again.</summary>
internal static partial class HtmlComments
{
    /// <summary>The text without them; one that does not end takes all that follows, as in a browser.</summary>
    public static string Remove(string html) => Comment().Replace(html, "");

    [GeneratedRegex(@"<!--(?:-?>|.*?(?:-->|\z))", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
