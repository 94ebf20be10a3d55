using Hotfix.LocalGitHub.Pages.Markdown;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>A content as a whole page: title, facts, and an article for each entry.</summary>
internal static class ContentPage
{
    public static string Render(PageContent content) =>
        HtmlPage.Compose(
            $"{content.Title} · {content.Line} · {content.Repository}",
            $"""
            <header>
            <p class="place">{PageText.Html(content.Repository)}</p>
            <h1>{PageText.Html(content.Title)}</h1>
            <p><span class="state {Class(content.State)}">{PageText.Html(content.State)}</span> {PageText.Html(content.Line)}</p>
            <dl>
            {string.Join(
                '\n',
                content.Facts.Where(fact => fact.Text.Length > 0).Select(fact =>
                    $"<div><dt>{PageText.Html(fact.Name)}</dt><dd>{PageText.Html(fact.Text)}</dd></div>"
                )
            )}
            </dl>
            </header>
            <main>
            {string.Join('\n', content.Entries.Select(Article))}
            </main>
            """
        );

    private static string Article(PageEntry entry) =>
        $"""
            <article id="{PageText.Html(entry.Anchor)}">
            <h2>{PageText.Html(entry.Who)} <span>{PageText.Html(entry.Did)}</span> <time datetime="{entry.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}">{PageText.Time(
                entry.At
            )}</time></h2>
            <div class="text">
            {(entry.Markdown.Length > 0 ? MarkdownText.ToHtml(entry.Markdown, headingsBelow: 2) : "<p class=\"none\">No text.</p>")}
            </div>
            </article>
            """;

    private static string Class(string state) => $"is-{state.ToLowerInvariant()}";
}
