using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class IssueJson
{
    public static JsonObject Of(Issue issue, Viewpoint view)
    {
        string api = $"{view.Api}/issues/{issue.Number}";
        PullRequest? pull = view.Repository.PullRequests.GetValueOrDefault(issue.Number);
        var body = new JsonObject
        {
            ["url"] = api,
            ["repository_url"] = view.Api,
            ["labels_url"] = $"{api}/labels{{/name}}",
            ["comments_url"] = $"{api}/comments",
            ["events_url"] = $"{api}/events",
            ["html_url"] = $"{view.Web}/{(pull is null ? "issues" : "pull")}/{issue.Number}",
            ["id"] = issue.Id,
            ["node_id"] = $"I_{issue.Id}",
            ["number"] = issue.Number,
            ["title"] = issue.Title,
            ["user"] = view.User(issue.User),
            ["labels"] = LabelJson.List(issue.Labels, view),
            ["state"] = issue.Open ? "open" : "closed",
            ["state_reason"] = issue.StateReason,
            ["locked"] = false,
            ["assignee"] = view.UserOrNull(issue.Assignees.FirstOrDefault()),
            ["assignees"] = JsonText.Array(issue.Assignees.Select(view.User)),
            ["milestone"] = null,
            ["comments"] = issue.Comments.Count,
            ["created_at"] = JsonText.Time(issue.CreatedAt),
            ["updated_at"] = JsonText.Time(issue.UpdatedAt),
            ["closed_at"] = JsonText.Time(issue.ClosedAt),
            ["author_association"] = "COLLABORATOR",
            ["active_lock_reason"] = null,
            ["body"] = issue.Body,
            ["closed_by"] = view.UserOrNull(issue.ClosedBy),
        };
        if (pull is not null)
            body["pull_request"] = PullRequest(pull, view);

        return body;
    }

    public static JsonObject Comment(Comment comment, Issue issue, Viewpoint view) =>
        new()
        {
            ["url"] = $"{view.Api}/issues/comments/{comment.Id}",
            ["html_url"] = $"{view.Web}/issues/{issue.Number}#issuecomment-{comment.Id}",
            ["issue_url"] = $"{view.Api}/issues/{issue.Number}",
            ["id"] = comment.Id,
            ["node_id"] = $"IC_{comment.Id}",
            ["user"] = view.User(comment.User),
            ["created_at"] = JsonText.Time(comment.CreatedAt),
            ["updated_at"] = JsonText.Time(comment.UpdatedAt),
            ["author_association"] = "COLLABORATOR",
            ["body"] = comment.Body,
        };

    private static JsonObject PullRequest(PullRequest pull, Viewpoint view)
    {
        string web = $"{view.Web}/pull/{pull.Number}";
        return new JsonObject
        {
            ["url"] = $"{view.Api}/pulls/{pull.Number}",
            ["html_url"] = web,
            ["diff_url"] = $"{web}.diff",
            ["patch_url"] = $"{web}.patch",
            ["merged_at"] = JsonText.Time(pull.Merge?.At),
        };
    }
}
