using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>Lines of HTML: shown as they were written, without comments.</summary>
internal sealed class ShownHtmlBlock : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        string text = HtmlComments.Remove(obj.Lines.ToString()).Trim();
        if (text.Length > 0)
            renderer.Write("<p class=\"raw\">").WriteEscape(text).WriteLine("</p>");
    }
}
