using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>The box of a task: a picture with a name, since nobody can tick it here.</summary>
internal sealed class SpokenTask : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) =>
        renderer.Write(obj.Checked ? "<span role=\"img\" aria-label=\"done\">☑</span>" : "<span role=\"img\" aria-label=\"to do\">☐</span>");
}
