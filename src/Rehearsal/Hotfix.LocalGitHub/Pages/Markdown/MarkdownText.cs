using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>Markdown in GitHub's flavour as HTML that is safe to show, whoever wrote it.</summary>
internal static class MarkdownText
{
    // A line's end is a break, as in GitHub's comments. HTML is parsed so that comments can be left out; the rest of it is shown as text.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    /// <param name="markdown">Anything.</param>
    /// <param name="headingsBelow">Level of the heading that the text stands under, 1 to 5.</param>
    public static string ToHtml(string markdown, int headingsBelow)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(markdown, Pipeline);
        HeadingOrder.Apply(document, headingsBelow);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.HtmlBlockRenderer>(new ShownHtmlBlock());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.HtmlInlineRenderer>(new ShownHtmlInline());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new HarmlessLink());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new HarmlessAutolink());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(new BoxedTable());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.TaskLists.HtmlTaskListRenderer>(new SpokenTask());
        renderer.Render(document);
        return writer.ToString();
    }
}
