using Hotfix.LocalGitHub.Pages.Markdown;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>Shows a Markdown text that is nobody's comment, such as a job's summary, in the looks of the server's pages.</summary>
public static class MarkdownPage
{
    /// <summary>A whole HTML page that needs nothing else; HTML in the text is shown, not obeyed.</summary>
    /// <param name="title">Plain text; the page's heading.</param>
    /// <param name="markdown">In GitHub's flavour.</param>
    public static string Render(string title, string markdown) =>
        HtmlPage.Compose(
            title,
            $"""
            <header>
            <h1>{PageText.Html(title)}</h1>
            </header>
            <main>
            <div class="text">
            {MarkdownText.ToHtml(markdown, headingsBelow: 1)}
            </div>
            </main>
            """
        );
}
