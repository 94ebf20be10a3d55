using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.PostMortems;

/// <summary>What scenarios of post-mortems have in common.</summary>
internal static class PostMortemLab
{
    /// <summary>Issues with the label, open or not, newest first.</summary>
    public static Task<JsonArray> PostMortemsAsync(this HotfixLab lab) => lab.ListAsync("issues?labels=post-mortem&state=all");
}
