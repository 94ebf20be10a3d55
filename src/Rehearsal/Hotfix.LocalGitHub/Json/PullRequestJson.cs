using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class PullRequestJson
{
    // The description declares a label's text nullable everywhere but in a list of pull requests; empty is right in both.
    /// <summary>The entry of a list: no numbers, no mergeability.</summary>
    public static JsonObject Simple(PullRequest pull, Viewpoint view)
    {
        Issue issue = pull.Issue;
        JsonObject body = Identity(pull, view);
        body["user"] = view.User(issue.User);
        body["labels"] = LabelJson.List(issue.Labels.Select(label => label with { Description = label.Description ?? "" }), view);
        body["milestone"] = null;
        body["active_lock_reason"] = null;
        body["created_at"] = JsonText.Time(issue.CreatedAt);
        body["updated_at"] = JsonText.Time(issue.UpdatedAt);
        body["closed_at"] = JsonText.Time(issue.ClosedAt);
        body["merged_at"] = JsonText.Time(pull.Merge?.At);
        body["merge_commit_sha"] = pull.Merge?.Sha;
        body["assignee"] = view.UserOrNull(issue.Assignees.FirstOrDefault());
        body["assignees"] = JsonText.Array(issue.Assignees.Select(view.User));
        body["requested_reviewers"] = JsonText.Array(pull.RequestedReviewers.Select(view.User));
        body["requested_teams"] = new JsonArray();
        body["head"] = Side(pull.HeadBranch, pull.HeadSha, view);
        body["base"] = Side(pull.BaseBranch, pull.BaseSha, view);
        body["_links"] = Links(pull, view);
        body["author_association"] = view.Repository.RoleOf(issue.User) == Role.Admin ? "OWNER" : "COLLABORATOR";
        body["auto_merge"] = pull.AutoMerge is { } auto ? AutoMergeOf(auto, view) : null;
        body["draft"] = pull.Draft;
        return body;
    }

    /// <summary>The single pull request, with what git and the rules say about merging it.</summary>
    public static async Task<JsonObject> FullAsync(PullRequest pull, Viewpoint view, Mergeability mergeability, CancellationToken cancellationToken)
    {
        JsonObject body = Simple(pull, view);
        GitHistory history = view.Repository.Git.History;
        Divergence divergence = await history.DivergenceAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        IReadOnlyList<FileChange> files = divergence.MergeBase is null ? [] : await history.ChangesAsync(divergence.MergeBase, pull.HeadSha, cancellationToken);
        body["merged"] = pull.Merge is not null;
        body["mergeable"] = mergeability.Mergeable;
        body["rebaseable"] = mergeability.Mergeable;
        body["mergeable_state"] = mergeability.State;
        body["merge_commit_sha"] = pull.Merge?.Sha ?? mergeability.TestMergeSha;
        body["merged_by"] = view.UserOrNull(pull.Merge?.By);
        body["comments"] = pull.Issue.Comments.Count;
        body["review_comments"] = pull.Threads.Count;
        body["maintainer_can_modify"] = false;
        body["commits"] = divergence.Ahead;
        body["additions"] = files.Sum(file => file.Additions);
        body["deletions"] = files.Sum(file => file.Deletions);
        body["changed_files"] = files.Count;
        return body;
    }

    /// <summary>The mention inside check runs and workflow runs.</summary>
    public static JsonObject Minimal(PullRequest pull, Viewpoint view)
    {
        JsonObject Repository() =>
            new()
            {
                ["id"] = view.Repository.Id,
                ["url"] = view.Api,
                ["name"] = view.Repository.Name,
            };
        return new JsonObject
        {
            ["id"] = pull.Id,
            ["number"] = pull.Number,
            ["url"] = $"{view.Api}/pulls/{pull.Number}",
            ["head"] = new JsonObject
            {
                ["ref"] = pull.HeadBranch,
                ["sha"] = pull.HeadSha,
                ["repo"] = Repository(),
            },
            ["base"] = new JsonObject
            {
                ["ref"] = pull.BaseBranch,
                ["sha"] = pull.BaseSha,
                ["repo"] = Repository(),
            },
        };
    }

    private static JsonObject Identity(PullRequest pull, Viewpoint view)
    {
        string web = $"{view.Web}/pull/{pull.Number}";
        string api = $"{view.Api}/pulls/{pull.Number}";
        string issue = $"{view.Api}/issues/{pull.Number}";
        return new JsonObject
        {
            ["url"] = api,
            ["id"] = pull.Id,
            ["node_id"] = NodeId(pull, view.Repository),
            ["html_url"] = web,
            ["diff_url"] = $"{web}.diff",
            ["patch_url"] = $"{web}.patch",
            ["issue_url"] = issue,
            ["commits_url"] = $"{api}/commits",
            ["review_comments_url"] = $"{api}/comments",
            ["review_comment_url"] = $"{view.Api}/pulls/comments{{/number}}",
            ["comments_url"] = $"{issue}/comments",
            ["statuses_url"] = $"{view.Api}/statuses/{pull.HeadSha}",
            ["number"] = pull.Number,
            ["state"] = pull.Issue.Open ? "open" : "closed",
            ["locked"] = false,
            ["title"] = pull.Issue.Title,
            ["body"] = pull.Issue.Body,
        };
    }

    /// <summary>The id under which GraphQL knows it.</summary>
    public static string NodeId(PullRequest pull, HostedRepository repository) => $"PR_{repository.Id}_{pull.Number}";

    private static JsonObject Side(string branch, string sha, Viewpoint view) =>
        new()
        {
            ["label"] = $"{view.Repository.Owner.Login}:{branch}",
            ["ref"] = branch,
            ["sha"] = sha,
            ["user"] = view.User(view.Repository.Owner),
            ["repo"] = RepositoryJson.Embedded(view),
        };

    private static JsonObject Links(PullRequest pull, Viewpoint view)
    {
        string api = $"{view.Api}/pulls/{pull.Number}";
        string issue = $"{view.Api}/issues/{pull.Number}";
        return new JsonObject
        {
            ["self"] = JsonText.Link(api),
            ["html"] = JsonText.Link($"{view.Web}/pull/{pull.Number}"),
            ["issue"] = JsonText.Link(issue),
            ["comments"] = JsonText.Link($"{issue}/comments"),
            ["review_comments"] = JsonText.Link($"{api}/comments"),
            ["review_comment"] = JsonText.Link($"{view.Api}/pulls/comments{{/number}}"),
            ["commits"] = JsonText.Link($"{api}/commits"),
            ["statuses"] = JsonText.Link($"{view.Api}/statuses/{pull.HeadSha}"),
        };
    }

    private static JsonObject AutoMergeOf(AutoMerge auto, Viewpoint view) =>
        new()
        {
            ["enabled_by"] = view.User(auto.EnabledBy),
            ["merge_method"] = auto.Method,
            ["commit_title"] = auto.Title ?? "",
            ["commit_message"] = auto.Message ?? "",
        };
}
