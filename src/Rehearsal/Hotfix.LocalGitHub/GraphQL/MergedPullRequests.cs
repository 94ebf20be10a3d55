using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>Merged pull requests as a search finds them: what happened to them, nothing of what they could still do.</summary>
internal static class MergedPullRequests
{
    public static async Task<IReadOnlyList<JsonObject>> OfAsync(IReadOnlyList<PullRequest> pulls, Viewpoint view, CancellationToken cancellationToken)
    {
        Dictionary<PullRequest, MergedRange> ranges = pulls.ToDictionary(pull => pull, pull => new MergedRange(pull.BaseSha, pull.HeadSha, pull.Merge!.Sha));
        IReadOnlyDictionary<MergedRange, IReadOnlyList<FileCount>> files = await view.Repository.Git.Merged.FilesAsync(ranges.Values, cancellationToken);
        IReadOnlyDictionary<MergedRange, IReadOnlyList<DatedCommit>> commits = await view.Repository.Git.Merged.CommitsAsync(ranges.Values, cancellationToken);
        return [.. pulls.Select(pull => Of(pull, view, files[ranges[pull]], commits[ranges[pull]]))];
    }

    private static JsonObject Of(PullRequest pull, Viewpoint view, IReadOnlyList<FileCount> files, IReadOnlyList<DatedCommit> commits) =>
        new()
        {
            ["__typename"] = "PullRequest",
            ["id"] = PullRequestJson.NodeId(pull, view.Repository),
            ["number"] = pull.Number,
            ["url"] = $"{view.Web}/pull/{pull.Number}",
            ["title"] = pull.Issue.Title,
            ["state"] = "MERGED",
            ["createdAt"] = JsonText.Time(pull.Issue.CreatedAt),
            ["mergedAt"] = JsonText.Time(pull.Merge!.At),
            ["isCrossRepository"] = false,
            ["headRefName"] = pull.HeadBranch,
            ["headRefOid"] = pull.HeadSha,
            ["baseRefName"] = pull.BaseBranch,
            ["additions"] = files.Sum(file => file.Additions),
            ["deletions"] = files.Sum(file => file.Deletions),
            ["changedFiles"] = files.Count,
            ["author"] = GraphPullRequest.Actor(pull.Issue.User),
            ["mergeCommit"] = new JsonObject { ["__typename"] = "Commit", ["oid"] = pull.Merge.Sha },
            ["files"] = GraphConnection.Of(
                "PullRequestChangedFile",
                files.Select(file => new JsonObject
                {
                    ["path"] = file.Path,
                    ["additions"] = file.Additions,
                    ["deletions"] = file.Deletions,
                })
            ),
            ["reviews"] = GraphConnection.Of(
                "PullRequestReview",
                pull.Reviews.Where(review => review.State != Review.Pending).Select(review => Reviewed(review, view))
            ),
            ["commits"] = GraphConnection.Of("PullRequestCommit", commits.Select(commit => new JsonObject { ["commit"] = Commit(commit, pull, view) })),
            ["comments"] = GraphConnection.Of("IssueComment", pull.Issue.Comments.Select(comment => Said(comment, pull.Issue, view))),
        };

    public static JsonObject Reviewed(Review review, Viewpoint view) =>
        new()
        {
            ["state"] = review.State,
            ["submittedAt"] = JsonText.Time(review.SubmittedAt),
            ["authorCanPushToRepository"] = view.Repository.RoleOf(review.User) >= Role.Write,
            ["author"] = GraphPullRequest.Actor(review.User),
        };

    private static JsonObject Commit(DatedCommit commit, PullRequest pull, Viewpoint view)
    {
        CheckBoard board = CheckBoard.Of(view.Repository, commit.Sha);
        return new JsonObject
        {
            ["__typename"] = "Commit",
            ["oid"] = commit.Sha,
            ["committedDate"] = JsonText.Time(commit.CommittedAt),
            ["statusCheckRollup"] = board.Runs.Count + board.Statuses.Count > 0 ? GraphPullRequest.Rollup(board, pull, view.Repository) : null,
        };
    }

    private static JsonObject Said(Comment comment, Issue issue, Viewpoint view) =>
        new()
        {
            ["url"] = $"{view.Web}/issues/{issue.Number}#issuecomment-{comment.Id}",
            ["body"] = comment.Body,
            ["createdAt"] = JsonText.Time(comment.CreatedAt),
            ["viewerDidAuthor"] = comment.User == view.Viewer,
            ["authorAssociation"] = view.Repository.RoleOf(comment.User) switch
            {
                Role.Admin => "OWNER",
                >= Role.Triage => "COLLABORATOR",
                _ => "NONE",
            },
            ["author"] = GraphPullRequest.Actor(comment.User),
        };
}
