using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class StatusJson
{
    public static JsonObject Full(CommitStatus status, Viewpoint view)
    {
        JsonObject body = Simple(status, view);
        body["creator"] = view.User(status.Creator);
        return body;
    }

    /// <summary>All statuses of one commit, newest of each context, and their common state.</summary>
    public static JsonObject Combined(string sha, CheckBoard board, Viewpoint view) =>
        new()
        {
            ["state"] = board.CombinedStatus(),
            ["statuses"] = JsonText.Array(board.Statuses.Select(status => Simple(status, view))),
            ["sha"] = sha,
            ["total_count"] = board.Statuses.Count,
            ["repository"] = RepositoryJson.Minimal(view),
            ["commit_url"] = $"{view.Api}/commits/{sha}",
            ["url"] = $"{view.Api}/commits/{sha}/status",
        };

    private static JsonObject Simple(CommitStatus status, Viewpoint view) =>
        new()
        {
            ["url"] = $"{view.Api}/statuses/{status.Sha}",
            ["avatar_url"] = $"{view.Address.Web}/avatars/{status.Creator.Login}",
            ["id"] = status.Id,
            ["node_id"] = $"SC_{status.Id}",
            ["state"] = status.State,
            ["description"] = status.Description,
            ["target_url"] = status.TargetUrl,
            ["context"] = status.Context,
            ["created_at"] = JsonText.Time(status.At),
            ["updated_at"] = JsonText.Time(status.At),
        };
}
