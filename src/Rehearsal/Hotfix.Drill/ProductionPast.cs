using System.Text.Json.Nodes;
using Hotfix.Drill.Players;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill;

/// <summary>How production came to be a release behind: what it runs was deployed there, its environments have their gates, and GitHub knows.</summary>
internal sealed class ProductionPast(DrillCast cast, GitHubApi owner)
{
    /// <summary>Gives the commit that production runs.</summary>
    public async Task<string> DeployAsync(CancellationToken cancellationToken)
    {
        string sha = await EnvironmentsAsync(cancellationToken);
        long id = (
            await owner.PostAsync(
                "deployments",
                new JsonObject
                {
                    ["ref"] = sha,
                    ["environment"] = Pipeline.Production,
                    ["auto_merge"] = false,
                    ["required_contexts"] = new JsonArray(),
                },
                cancellationToken
            )
        ).GetProperty("id").GetInt64();
        await owner.PostAsync($"deployments/{id}/statuses", new JsonObject { ["state"] = "success" }, cancellationToken);
        return RollOut(sha);
    }

    /// <summary>The same where a variable says what runs, and no deployment does.</summary>
    public async Task<string> DeployByVariableAsync(TeamDeployment deployment, CancellationToken cancellationToken)
    {
        string sha = await EnvironmentsAsync(cancellationToken);
        JsonObject variable = new() { ["name"] = deployment.Variable, ["value"] = ExceptionalHistory.InProduction[1..] };
        await owner.PostAsync("actions/variables", variable, cancellationToken);
        return RollOut(sha);
    }

    private async Task<string> EnvironmentsAsync(CancellationToken cancellationToken)
    {
        string sha = await cast.Git.RunAsync(cast.Folder.Origin, ["rev-parse", $"{ExceptionalHistory.InProduction}^{{commit}}"], cancellationToken);
        long reviewer = (await owner.GetAsync("collaborators/reviewer/permission", cancellationToken)).GetProperty("user").GetProperty("id").GetInt64();
        await owner.PutAsync($"environments/{Pipeline.Staging}", new JsonObject { ["wait_timer"] = 0 }, cancellationToken);
        await owner.PutAsync(
            $"environments/{Pipeline.Production}",
            new JsonObject { ["wait_timer"] = 0, ["reviewers"] = new JsonArray(new JsonObject { ["type"] = "User", ["id"] = reviewer }) },
            cancellationToken
        );
        return sha;
    }

    private string RollOut(string sha)
    {
        Fleet.RollOut(cast.Folder.Fleet, Pipeline.Production, ExceptionalHistory.InProduction[1..], sha);
        cast.Scene.Progress.Say("drill", $"production runs {ExceptionalHistory.InProduction}");
        return sha;
    }
}
