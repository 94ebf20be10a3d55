using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>A tag within a line: shown as it was written, unless it is a comment.</summary>
internal sealed class ShownHtmlInline : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj) => renderer.WriteEscape(HtmlComments.Remove(obj.Tag));
}
