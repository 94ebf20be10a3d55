using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hotfix.Drill.Players;

/// <summary>The reviewer's part at an environment's gate.</summary>
internal static class Approval
{
    /// <summary>Lets a run into every environment that holds it.</summary>
    public static async Task GiveAsync(GitHubApi reviewer, long run, Scene scene, CancellationToken cancellationToken)
    {
        JsonElement gates = await reviewer.GetAsync($"actions/runs/{run}/pending_deployments", cancellationToken);
        JsonArray environments = [.. gates.EnumerateArray().Select(gate => (JsonNode)gate.GetProperty("environment").GetProperty("id").GetInt64())];
        await reviewer.PostAsync(
            $"actions/runs/{run}/pending_deployments",
            new JsonObject
            {
                ["environment_ids"] = environments,
                ["state"] = "approved",
                ["comment"] = "Staging answers with the fix.",
            },
            cancellationToken
        );
        scene.Progress.Say("reviewer", $"lets the run into {Pipeline.Production}");
    }
}
