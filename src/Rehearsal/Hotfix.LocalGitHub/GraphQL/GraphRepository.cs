using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>A repository's deployments and releases.</summary>
internal static class GraphRepository
{
    /// <summary>As the arguments order them; of some environments alone where they say so.</summary>
    public static JsonObject Deployments(HostedRepository repository, JsonObject arguments)
    {
        string[]? environments = arguments["environments"] is JsonArray names ? [.. names.Select(name => name!.ToString())] : null;
        IEnumerable<Deployment> found = repository.Deploying.Deployments.Where(deployment =>
            environments is null || environments.Contains(deployment.Environment, StringComparer.Ordinal)
        );
        return GraphConnection.Of("Deployment", Ordered(found, deployment => (deployment.CreatedAt, deployment.Id), arguments).Select(Deployed));
    }

    /// <summary>As the arguments order them; drafts for those who may write.</summary>
    public static JsonObject Releases(Viewpoint view, JsonObject arguments)
    {
        IEnumerable<Release> found = view.Repository.Releases.Where(release => !release.Draft || view.Repository.RoleOf(view.Viewer) >= Role.Write);
        return GraphConnection.Of("Release", Ordered(found, release => (release.CreatedAt, release.Id), arguments).Select(release => Released(release, view)));
    }

    /// <summary>The release of a tag; <c>null</c> without one.</summary>
    public static JsonObject? Release(Viewpoint view, JsonObject arguments) =>
        view
            .Repository.Releases.Where(release => !release.Draft || view.Repository.RoleOf(view.Viewer) >= Role.Write)
            .Where(release => release.TagName == arguments["tagName"]?.ToString())
            .Select(release => Released(release, view))
            .FirstOrDefault();

    /// <summary>Those of the states and branches that the arguments name.</summary>
    public static async Task<JsonObject> PullRequestsAsync(Viewpoint view, JsonObject arguments, CancellationToken cancellationToken)
    {
        string[]? states = arguments["states"] switch
        {
            JsonArray list => [.. list.Select(state => state!.ToString())],
            { } one => [one.ToString()],
            null => null,
        };
        (string? @base, string? head) = (arguments["baseRefName"]?.ToString(), arguments["headRefName"]?.ToString());
        IEnumerable<PullRequest> found = view
            .Repository.PullRequests.Values.Where(pull =>
                states is null
                || states.Contains(
                    pull.Merge is not null ? "MERGED"
                    : pull.Issue.Open ? "OPEN"
                    : "CLOSED"
                )
            )
            .Where(pull => (@base is null || pull.BaseBranch == @base) && (head is null || pull.HeadBranch == head));
        List<JsonObject> nodes = [];
        foreach (PullRequest pull in Ordered(found, pull => (pull.Issue.CreatedAt, pull.Number), arguments))
            nodes.Add(await GraphPullRequest.OfAsync(pull, view, cancellationToken));

        return GraphConnection.Of("PullRequest", nodes);
    }

    /// <summary>Those with one of the labels and in one of the states that the arguments name; no pull requests.</summary>
    public static JsonObject Issues(HostedRepository repository, JsonObject arguments)
    {
        string[]? labels = arguments["labels"] is JsonArray names ? [.. names.Select(name => name!.ToString())] : null;
        string[]? states = arguments["states"] is JsonArray some ? [.. some.Select(state => state!.ToString())] : null;
        return GraphConnection.Of(
            "Issue",
            repository
                .Issues.Values.Where(issue => !repository.PullRequests.ContainsKey(issue.Number))
                .Where(issue => states is null || states.Contains(issue.Open ? "OPEN" : "CLOSED"))
                .Where(issue => labels is null || issue.Labels.Exists(label => labels.Contains(label.Name, StringComparer.OrdinalIgnoreCase)))
                .Select(issue => new JsonObject
                {
                    ["number"] = issue.Number,
                    ["title"] = issue.Title,
                    ["body"] = issue.Body ?? "",
                    ["createdAt"] = JsonText.Time(issue.CreatedAt),
                })
        );
    }

    /// <summary>A commit with the state of its statuses, <c>null</c> where nothing has reported one; <c>null</c> without such a commit.</summary>
    public static async Task<JsonObject?> CommitAsync(HostedRepository repository, string oid, CancellationToken cancellationToken)
    {
        if (await repository.Git.ResolveCommitAsync(oid, cancellationToken) is not { } sha)
            return null;

        bool hasReported = repository.Statuses.Exists(status => status.Sha == sha);
        return new JsonObject
        {
            ["__typename"] = "Commit",
            ["oid"] = sha,
            ["status"] = hasReported
                ? new JsonObject { ["__typename"] = "Status", ["state"] = CheckBoard.Of(repository, sha).CombinedStatus().ToUpperInvariant() }
                : null,
        };
    }

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> items, Func<T, (DateTimeOffset, long)> key, JsonObject arguments) =>
        (arguments["orderBy"]?["field"]?.ToString(), arguments["orderBy"]?["direction"]?.ToString()) switch
        {
            (null, _) or ("CREATED_AT", "ASC") => items.OrderBy(key),
            ("CREATED_AT", "DESC") => items.OrderByDescending(key),
            (var field, _) => throw ApiFailure.With(501, $"The local server's GraphQL orders by CREATED_AT, not by {field}."),
        };

    // GitHub lists the newest status first, and gives a payload as the JSON that it is.
    private static JsonObject Deployed(Deployment deployment) =>
        new()
        {
            ["id"] = $"DE_{deployment.Id}",
            ["environment"] = deployment.Environment,
            ["commitOid"] = deployment.Sha,
            ["ref"] = deployment.Ref == deployment.Sha ? null : new JsonObject { ["name"] = ShortName(deployment.Ref) },
            ["createdAt"] = JsonText.Time(deployment.CreatedAt),
            ["payload"] = deployment.Payload.ToJsonString(),
            ["task"] = deployment.Task,
            ["description"] = deployment.Description,
            ["creator"] = GraphPullRequest.Actor(deployment.Creator),
            ["statuses"] = GraphConnection.Of(
                "DeploymentStatus",
                Enumerable
                    .Reverse(deployment.Statuses)
                    .Select(status => new JsonObject
                    {
                        ["state"] = status.State.ToUpperInvariant(),
                        ["createdAt"] = JsonText.Time(status.At),
                        ["description"] = status.Description,
                    })
            ),
        };

    private static string ShortName(string @ref) => @ref.StartsWith("refs/", StringComparison.Ordinal) ? @ref[(@ref.IndexOf('/', 5) + 1)..] : @ref;

    private static JsonObject Released(Release release, Viewpoint view) =>
        new()
        {
            ["id"] = $"RE_{release.Id}",
            ["databaseId"] = release.Id,
            ["isLatest"] = release == ReleaseShelf.Latest(view.Repository.Releases),
            ["tagName"] = release.TagName,
            ["name"] = release.Name,
            ["isDraft"] = release.Draft,
            ["isPrerelease"] = release.Prerelease,
            ["createdAt"] = JsonText.Time(release.CreatedAt),
            ["publishedAt"] = JsonText.Time(release.PublishedAt),
            ["url"] = $"{view.Web}/releases/tag/{release.TagName}",
        };
}
