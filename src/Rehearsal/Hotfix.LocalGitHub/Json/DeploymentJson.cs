using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class DeploymentJson
{
    public static JsonObject Of(Deployment deployment, Viewpoint view)
    {
        string api = $"{view.Api}/deployments/{deployment.Id}";
        return new JsonObject
        {
            ["url"] = api,
            ["id"] = deployment.Id,
            ["node_id"] = $"DE_{deployment.Id}",
            ["sha"] = deployment.Sha,
            ["ref"] = deployment.Ref,
            ["task"] = deployment.Task,
            ["payload"] = deployment.Payload.DeepClone(),
            ["original_environment"] = deployment.Environment,
            ["environment"] = deployment.Environment,
            ["description"] = deployment.Description,
            ["creator"] = view.User(deployment.Creator),
            ["created_at"] = JsonText.Time(deployment.CreatedAt),
            ["updated_at"] = JsonText.Time(deployment.UpdatedAt),
            ["statuses_url"] = $"{api}/statuses",
            ["repository_url"] = view.Api,
            ["transient_environment"] = deployment.IsTransient,
            ["production_environment"] = deployment.IsProduction,
        };
    }

    public static JsonObject Status(DeploymentStatus status, Deployment deployment, Viewpoint view)
    {
        string api = $"{view.Api}/deployments/{deployment.Id}";

        // Actions names the run whose job it reports for.
        string log = status.LogUrl.Length == 0 && deployment.RunId is { } run ? $"{view.Web}/actions/runs/{run}" : status.LogUrl;
        return new JsonObject
        {
            ["url"] = $"{api}/statuses/{status.Id}",
            ["id"] = status.Id,
            ["node_id"] = $"DES_{status.Id}",
            ["state"] = status.State,
            ["creator"] = view.User(status.Creator),
            ["description"] = status.Description,
            ["environment"] = status.Environment.Length > 0 ? status.Environment : deployment.Environment,
            // The old name of log_url.
            ["target_url"] = log,
            ["log_url"] = log,
            ["environment_url"] = status.EnvironmentUrl,
            ["created_at"] = JsonText.Time(status.At),
            ["updated_at"] = JsonText.Time(status.At),
            ["deployment_url"] = api,
            ["repository_url"] = view.Api,
        };
    }
}
