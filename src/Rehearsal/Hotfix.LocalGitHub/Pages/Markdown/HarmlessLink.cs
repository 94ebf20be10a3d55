using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>A link where its address may be one, else its text. A picture, which a page here may not load, becomes a link to it.</summary>
internal sealed class HarmlessLink : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        bool isPicture = link.IsImage;
        link.IsImage = false;
        if (isPicture && link.FirstChild is null)
            link.AppendChild(new LiteralInline(link.Url ?? ""));

        if (LinkTarget.IsHarmless(link.Url) && !(isPicture && link.Parent is LinkInline))
            base.Write(renderer, link);
        else
            renderer.WriteChildren(link);
    }
}
