using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>What people read of a pull request in GraphQL, as GitHub's own command line client asks for it.</summary>
internal static class GraphPullRequestText
{
    /// <summary>Adds it to the pull request's other fields.</summary>
    public static async Task AddAsync(JsonObject body, PullRequest pull, Viewpoint view, CancellationToken cancellationToken)
    {
        HostedRepository repository = view.Repository;
        Issue issue = pull.Issue;
        GitHistory history = repository.Git.History;
        Divergence divergence = await history.DivergenceAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        IReadOnlyList<FileChange> files = divergence.MergeBase is null ? [] : await history.ChangesAsync(divergence.MergeBase, pull.HeadSha, cancellationToken);
        body["body"] = issue.Body ?? "";
        body["author"] = GraphPullRequest.Actor(issue.User);
        body["createdAt"] = JsonText.Time(issue.CreatedAt);
        body["updatedAt"] = JsonText.Time(issue.UpdatedAt);
        body["closedAt"] = JsonText.Time(issue.ClosedAt);
        body["mergedAt"] = JsonText.Time(pull.Merge?.At);
        body["closed"] = !issue.Open;
        body["isCrossRepository"] = false;
        body["maintainerCanModify"] = false;
        body["additions"] = files.Sum(file => file.Additions);
        body["deletions"] = files.Sum(file => file.Deletions);
        body["changedFiles"] = files.Count;
        body["headRepository"] = new JsonObject
        {
            ["__typename"] = "Repository",
            ["id"] = $"R_{repository.Id}",
            ["name"] = repository.Name,
        };
        body["headRepositoryOwner"] = GraphPullRequest.Actor(repository.Owner);
        body["assignees"] = GraphConnection.Of("User", issue.Assignees.Select(GraphPullRequest.Actor));
        body["labels"] = GraphConnection.Of(
            "Label",
            issue.Labels.Select(label => new JsonObject
            {
                ["id"] = $"LA_{label.Id}",
                ["name"] = label.Name,
                ["description"] = label.Description,
                ["color"] = label.Color,
            })
        );
        body["projectCards"] = GraphConnection.Of("ProjectCard", []);
        body["milestone"] = null;
        body["reactionGroups"] = new JsonArray();
        body["reviews"] = GraphConnection.Of(
            "PullRequestReview",
            pull.Reviews.Where(review => review.State != Review.Pending).Select(review => Text(review, view))
        );
        body["comments"] = GraphConnection.Of("IssueComment", issue.Comments.Select(comment => Comment(comment, pull, view)));
        ((JsonObject)body["commits"]!)["totalCount"] = divergence.Ahead;
    }

    // What the rest of the server says of a review, and the words that only a reader wants.
    private static JsonObject Text(Review review, Viewpoint view)
    {
        JsonObject text = MergedPullRequests.Reviewed(review, view);
        text["id"] = $"PRR_{review.Id}";
        text["authorAssociation"] = "COLLABORATOR";
        text["body"] = review.Body;
        text["commit"] = new JsonObject { ["__typename"] = "Commit", ["oid"] = review.CommitSha };
        text["reactionGroups"] = new JsonArray();
        return text;
    }

    private static JsonObject Comment(Comment comment, PullRequest pull, Viewpoint view) =>
        new()
        {
            ["id"] = $"IC_{comment.Id}",
            ["author"] = GraphPullRequest.Actor(comment.User),
            ["authorAssociation"] = "COLLABORATOR",
            ["body"] = comment.Body,
            ["createdAt"] = JsonText.Time(comment.CreatedAt),
            ["includesCreatedEdit"] = comment.UpdatedAt > comment.CreatedAt,
            ["isMinimized"] = false,
            ["minimizedReason"] = null,
            ["reactionGroups"] = new JsonArray(),
            ["url"] = $"{view.Web}/pull/{pull.Number}#issuecomment-{comment.Id}",
            ["viewerDidAuthor"] = comment.User == view.Viewer,
        };
}
