using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class EnvironmentJson
{
    public static JsonObject Of(DeployEnvironment environment, Viewpoint view)
    {
        JsonObject body = Mention(environment, view);
        body["created_at"] = JsonText.Time(environment.CreatedAt);
        body["updated_at"] = JsonText.Time(environment.UpdatedAt);
        body["protection_rules"] = JsonText.Array(Rules(environment, view));
        body["deployment_branch_policy"] = environment.TakesProtectedBranches is not { } onlyProtected
            ? null
            : new JsonObject { ["protected_branches"] = onlyProtected, ["custom_branch_policies"] = !onlyProtected };
        return body;
    }

    public static JsonObject Policy(BranchPolicy policy) =>
        new()
        {
            ["id"] = policy.Id,
            ["node_id"] = $"DBP_{policy.Id}",
            ["name"] = policy.Name,
            ["type"] = policy.Type,
        };

    /// <summary>What holds a run, as <c>pending_deployments</c> shows it to one viewer.</summary>
    public static JsonObject Pending(RunGate gate, WorkflowRun run, Viewpoint view) =>
        new()
        {
            ["environment"] = Mention(gate.Environment, view),
            ["wait_timer"] = gate.Environment.WaitTimer,
            ["wait_timer_started_at"] = JsonText.Time(gate.Since),
            ["current_user_can_approve"] = gate.Admits(view.Viewer, run),
            ["reviewers"] = Reviewers(gate.Environment, view),
        };

    private static IEnumerable<JsonNode> Rules(DeployEnvironment environment, Viewpoint view)
    {
        if (environment.WaitTimer > 0)
            yield return Rule(environment, 1, "wait_timer", new JsonObject { ["wait_timer"] = environment.WaitTimer });

        if (environment.Reviewers.Count > 0)
        {
            yield return Rule(
                environment,
                2,
                "required_reviewers",
                new JsonObject { ["prevent_self_review"] = environment.PreventsSelfReview, ["reviewers"] = Reviewers(environment, view) }
            );
        }

        if (environment.TakesProtectedBranches is not null)
            yield return Rule(environment, 3, "branch_policy", []);
    }

    private static JsonObject Rule(DeployEnvironment environment, int number, string type, JsonObject rule)
    {
        rule["id"] = (environment.Id * 10) + number;
        rule["node_id"] = $"GA_{(environment.Id * 10) + number}";
        rule["type"] = type;
        return rule;
    }

    private static JsonArray Reviewers(DeployEnvironment environment, Viewpoint view) =>
        JsonText.Array(environment.Reviewers.Select(reviewer => new JsonObject { ["type"] = "User", ["reviewer"] = view.User(reviewer) }));

    private static JsonObject Mention(DeployEnvironment environment, Viewpoint view) =>
        new()
        {
            ["id"] = environment.Id,
            ["node_id"] = $"EN_{environment.Id}",
            ["name"] = environment.Name,
            ["url"] = $"{view.Api}/environments/{Uri.EscapeDataString(environment.Name)}",
            ["html_url"] = $"{view.Web}/deployments/activity_log?environments_filter={Uri.EscapeDataString(environment.Name)}",
        };
}
