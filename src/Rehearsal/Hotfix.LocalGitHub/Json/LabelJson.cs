using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class LabelJson
{
    public static JsonObject Of(Label label, Viewpoint view) =>
        new()
        {
            ["id"] = label.Id,
            ["node_id"] = $"LA_{label.Id}",
            ["url"] = $"{view.Api}/labels/{Uri.EscapeDataString(label.Name)}",
            ["name"] = label.Name,
            ["description"] = label.Description,
            ["color"] = label.Color,
            ["default"] = false,
        };

    public static JsonArray List(IEnumerable<Label> labels, Viewpoint view) => JsonText.Array(labels.Select(label => Of(label, view)));
}
