using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Commits, comparisons, and the pull requests of a commit. Mapped last of the <c>commits/</c> routes: its own takes every rest.</summary>
internal static class CommitRoutes
{
    private const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/commits", ListAsync)
            .Get("/repos/{owner}/{repo}/commits/{commit_sha}/pulls", PullRequestsAsync)
            .Get("/repos/{owner}/{repo}/commits/{ref*}", GetAsync)
            .Get("/repos/{owner}/{repo}/compare/{basehead*}", CompareAsync);

    private static async Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string start = request.Query("sha") ?? request.Repository.DefaultBranch;
        string sha = await request.Repository.Git.ResolveCommitAsync(start, request.Cancellation) ?? throw ApiFailure.NotFound();
        IReadOnlyList<string> shas = await request.Repository.Git.History.LogAsync(sha, request.Query("path"), request.Cancellation);
        var view = Viewpoint.Of(request);
        return await Paging.OfAsync(request, shas, async each => CommitJson.Of(await request.Repository.Git.CommitAsync(each, request.Cancellation), view));
    }

    private static async Task<ApiResponse> GetAsync(ApiRequest request)
    {
        string sha = await CheckRoutes.ResolveAsync(request);
        if (request.Http.Headers.Accept.ToString().Contains(".sha", StringComparison.Ordinal))
            return ApiResponse.Text(sha) with { ContentType = "application/vnd.github.v3.sha; charset=utf-8" };

        var view = Viewpoint.Of(request);
        GitCommit commit = await request.Repository.Git.CommitAsync(sha, request.Cancellation);
        IReadOnlyList<FileChange> files = await request.Repository.Git.History.ChangesAsync(
            commit.Parents.Count > 0 ? commit.Parents[0] : EmptyTree,
            sha,
            request.Cancellation
        );
        JsonObject body = CommitJson.Of(commit, view);
        int additions = files.Sum(file => file.Additions);
        int deletions = files.Sum(file => file.Deletions);
        body["stats"] = new JsonObject
        {
            ["total"] = additions + deletions,
            ["additions"] = additions,
            ["deletions"] = deletions,
        };
        body["files"] = CommitJson.Files(files, sha, view);
        return ApiResponse.Json(body);
    }

    private static async Task<ApiResponse> PullRequestsAsync(ApiRequest request)
    {
        string sha = await request.Repository.Git.ResolveCommitAsync(request.Value("commit_sha"), request.Cancellation)
            ?? throw ApiFailure.With(422, $"No commit found for SHA: {request.Value("commit_sha")}");
        var found = new List<PullRequest>();
        foreach (PullRequest pull in request.Repository.PullRequests.Values)
        {
            IReadOnlyList<string> own = await request.Repository.Git.History.CommitsAsync(pull.BaseSha, pull.HeadSha, request.Cancellation);
            if (pull.Merge?.Sha == sha || own.Contains(sha))
                found.Add(pull);
        }

        var view = Viewpoint.Of(request);
        return Paging.Of(request, found, pull => PullRequestJson.Simple(pull, view));
    }

    private static async Task<ApiResponse> CompareAsync(ApiRequest request)
    {
        if (request.Value("basehead").Split("...", 2) is not [var baseName, var headName])
            throw ApiFailure.NotFound();

        GitHistory history = request.Repository.Git.History;
        string @base = await SideAsync(request, baseName);
        string head = await SideAsync(request, headName);
        Divergence divergence = await history.DivergenceAsync(@base, head, request.Cancellation);
        string mergeBase = divergence.MergeBase ?? throw ApiFailure.With(404, $"No common ancestor between {baseName} and {headName}.");
        IReadOnlyList<string> ahead = await history.CommitsAsync(@base, head, request.Cancellation);
        var view = Viewpoint.Of(request);
        JsonObject body = Addresses(view, @base, head);
        body["base_commit"] = CommitJson.Of(await request.Repository.Git.CommitAsync(@base, request.Cancellation), view);
        body["merge_base_commit"] = CommitJson.Of(await request.Repository.Git.CommitAsync(mergeBase, request.Cancellation), view);
        body["status"] = (divergence.Ahead, divergence.Behind) switch
        {
            (0, 0) => "identical",
            (_, 0) => "ahead",
            (0, _) => "behind",
            _ => "diverged",
        };
        body["ahead_by"] = divergence.Ahead;
        body["behind_by"] = divergence.Behind;
        body["total_commits"] = divergence.Ahead;
        var commits = new JsonArray();
        int page = int.TryParse(request.Query("page"), out int asked) ? Math.Max(1, asked) : 1;
        int size = int.TryParse(request.Query("per_page"), out int most) ? Math.Clamp(most, 1, 100) : 250;
        foreach (string sha in ahead.Skip((page - 1) * size).Take(size))
            commits.Add((JsonNode)CommitJson.Of(await request.Repository.Git.CommitAsync(sha, request.Cancellation), view));

        body["commits"] = commits;
        // GitHub sends the files with the first page only.
        if (page == 1)
            body["files"] = CommitJson.Files((await history.ChangesAsync(mergeBase, head, request.Cancellation)).Take(300), head, view);

        return ApiResponse.Json(body);
    }

    // "owner:branch" is the form across forks; there are none here.
    private static async Task<string> SideAsync(ApiRequest request, string name) =>
        await request.Repository.Git.ResolveCommitAsync(name.Split(':')[^1], request.Cancellation) ?? throw ApiFailure.NotFound();

    private static JsonObject Addresses(Viewpoint view, string @base, string head)
    {
        string web = $"{view.Web}/compare/{@base}...{head}";
        return new JsonObject
        {
            ["url"] = $"{view.Api}/compare/{@base}...{head}",
            ["html_url"] = web,
            ["permalink_url"] = web,
            ["diff_url"] = $"{web}.diff",
            ["patch_url"] = $"{web}.patch",
        };
    }
}
