using System.Text.Json;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Deployments;

/// <summary>From GitHub's words to ours. A word that is not known here is never success.</summary>
internal static class DeploymentMapping
{
    public static Deployment ToDeployment(this DeploymentAnswer answer) =>
        new(answer.Id, answer.Environment, CommitSha.Parse(answer.Sha), answer.Ref, answer.Creator?.Login ?? "", answer.CreatedAt, Payload(answer.Payload));

    public static DeploymentStatus ToStatus(this DeploymentStatusAnswer answer) =>
        new(
            answer.Id,
            StateOf(answer.State),
            answer.State,
            answer.Description ?? "",
            answer.CreatedAt,
            answer.LogUrl is { Length: > 0 } log ? log : answer.TargetUrl ?? "",
            answer.EnvironmentUrl ?? ""
        );

    /// <summary>GitHub's word for a state that is to be reported.</summary>
    public static string ToWord(this DeploymentState state) =>
        state switch
        {
            DeploymentState.InProgress => "in_progress",
            DeploymentState.Succeeded => "success",
            DeploymentState.Failed => "failure",
            DeploymentState.Inactive => "inactive",
            _ => "queued",
        };

    /// <summary>The id that this software keeps with a deployment; <c>null</c> in one of somebody else's.</summary>
    public static string? CorrelationOf(this DeploymentAnswer answer) =>
        answer.Payload.ValueKind == JsonValueKind.Object && answer.Payload.TryGetProperty("hotfix", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static DeploymentState StateOf(string word) =>
        word switch
        {
            "success" => DeploymentState.Succeeded,
            "in_progress" => DeploymentState.InProgress,
            "failure" or "error" => DeploymentState.Failed,
            "inactive" => DeploymentState.Inactive,
            _ => DeploymentState.Pending,
        };

    private static string Payload(JsonElement payload) =>
        payload.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => "",
            JsonValueKind.String => payload.GetString()!,
            JsonValueKind.Object when !payload.EnumerateObject().Any() => "",
            _ => payload.GetRawText(),
        };
}
