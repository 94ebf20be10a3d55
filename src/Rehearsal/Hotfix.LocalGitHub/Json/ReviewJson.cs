using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class ReviewJson
{
    public static JsonObject Of(Review review, PullRequest pull, Viewpoint view)
    {
        string web = $"{view.Web}/pull/{pull.Number}#pullrequestreview-{review.Id}";
        string api = $"{view.Api}/pulls/{pull.Number}";
        var body = new JsonObject
        {
            ["id"] = review.Id,
            ["node_id"] = $"PRR_{review.Id}",
            ["user"] = view.User(review.User),
            ["body"] = review.Body,
            ["state"] = review.State,
            ["html_url"] = web,
            ["pull_request_url"] = api,
            ["_links"] = new JsonObject { ["html"] = JsonText.Link(web), ["pull_request"] = JsonText.Link(api) },
            ["commit_id"] = review.CommitSha,
            ["author_association"] = "COLLABORATOR",
        };
        if (review.SubmittedAt is { } at)
            body["submitted_at"] = JsonText.Time(at);

        return body;
    }
}
