using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>An address in angle brackets: a link where it may be one, else text.</summary>
internal sealed class HarmlessAutolink : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (obj.IsEmail || LinkTarget.IsHarmless(obj.Url))
            base.Write(renderer, obj);
        else
            renderer.WriteEscape(obj.Url);
    }
}
