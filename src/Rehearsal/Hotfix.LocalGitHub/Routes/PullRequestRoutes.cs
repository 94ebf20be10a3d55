using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Pull requests: opened, found, changed, merged.</summary>
internal static class PullRequestRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/pulls", ListAsync)
            .Post("/repos/{owner}/{repo}/pulls", CreateAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}", request => AnswerAsync(request, Find(request)))
            .Patch("/repos/{owner}/{repo}/pulls/{pull_number}", UpdateAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/merge", IsMergedAsync)
            .Put("/repos/{owner}/{repo}/pulls/{pull_number}/merge", MergeAsync)
            .Put("/repos/{owner}/{repo}/pulls/{pull_number}/update-branch", UpdateBranchAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/commits", CommitsAsync)
            .Get("/repos/{owner}/{repo}/pulls/{pull_number}/files", FilesAsync);

    /// <summary>The pull request of the route; 404 when there is none.</summary>
    public static PullRequest Find(ApiRequest request) =>
        request.Repository.PullRequests.GetValueOrDefault((int)request.Number("pull_number")) ?? throw ApiFailure.NotFound();

    private static async Task<ApiResponse> AnswerAsync(ApiRequest request, PullRequest pull, int status = 200)
    {
        Mergeability mergeability = await Mergeability.LookAsync(request.Repository, pull, request.Cancellation);
        return ApiResponse.Json(await PullRequestJson.FullAsync(pull, Viewpoint.Of(request), mergeability, request.Cancellation), status);
    }

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string state = request.Query("state") ?? "open";
        IEnumerable<PullRequest> found = request.Repository.PullRequests.Values.Where(pull => state == "all" || pull.Issue.Open == (state == "open"));
        if (request.Query("base") is { } @base)
            found = found.Where(pull => pull.BaseBranch == @base);

        // GitHub ignores a head without an owner; so does this.
        if (request.Query("head")?.Split(':', 2) is [var owner, var branch])
            found = found.Where(pull => pull.HeadBranch == branch && owner.Equals(request.Repository.Owner.Login, StringComparison.OrdinalIgnoreCase));

        string sort = request.Query("sort") ?? "created";
        bool descending = (request.Query("direction") ?? (sort == "created" ? "desc" : "asc")) == "desc";
        Func<PullRequest, (DateTimeOffset, int)> key = pull => (sort == "updated" ? pull.Issue.UpdatedAt : pull.Issue.CreatedAt, pull.Number);
        PullRequest[] ordered = [.. descending ? found.OrderByDescending(key) : found.OrderBy(key)];
        var view = Viewpoint.Of(request);
        return Task.FromResult(Paging.Of(request, ordered, pull => PullRequestJson.Simple(pull, view)));
    }

    private static async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Read);
        HostedRepository repository = request.Repository;
        string title = request.RequiredText("PullRequest", "title");
        string headName = request.RequiredText("PullRequest", "head").Split(':')[^1];
        string baseName = request.RequiredText("PullRequest", "base");
        GitRef @base = await repository.Git.FindBranchAsync(baseName, request.Cancellation) ?? throw ApiFailure.Invalid("PullRequest", "invalid", "base");
        GitRef head = await repository.Git.FindBranchAsync(headName, request.Cancellation) ?? throw ApiFailure.Invalid("PullRequest", "invalid", "head");
        if (repository.PullRequests.Values.Any(other => other.Issue.Open && other.HeadBranch == headName && other.BaseBranch == baseName))
            throw ApiFailure.Invalid("PullRequest", "custom", message: $"A pull request already exists for {repository.Owner.Login}:{headName}.");

        Divergence divergence = await repository.Git.History.DivergenceAsync(@base.Sha, head.Sha, request.Cancellation);
        if (divergence.Ahead == 0)
            throw ApiFailure.Invalid("PullRequest", "custom", message: $"No commits between {baseName} and {headName}");

        var issue = new Issue(request.Hub.NextId(), repository.NextNumber(), user, request.Now) { Title = title, Body = request.LongText("PullRequest") };
        var pull = new PullRequest(request.Hub.NextId(), issue)
        {
            BaseBranch = baseName,
            HeadBranch = headName,
            BaseSha = @base.Sha,
            HeadSha = head.Sha,
            Draft = request.Flag("draft") ?? false,
            LastPusher = repository.LastPushers.GetValueOrDefault(head.Name),
            MergeableIn = request.Hub.Options.MergeableDelay,
        };
        repository.Issues[pull.Number] = issue;
        repository.PullRequests[pull.Number] = pull;
        await repository.Git.UpdateRefAsync($"refs/pull/{pull.Number}/head", pull.HeadSha, expected: null, request.Cancellation);
        await HeadWatcher.AskOwnersAsync(repository, pull, request.Cancellation);
        return await CreatedAsync(request, pull);
    }

    // Creating does not compute mergeability, and does not count as a look.
    private static async Task<ApiResponse> CreatedAsync(ApiRequest request, PullRequest pull) =>
        ApiResponse.Json(await PullRequestJson.FullAsync(pull, Viewpoint.Of(request), new Mergeability(null, "unknown", null), request.Cancellation), 201);

    private static async Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        PullRequest pull = Find(request);
        Account user = request.Caller;
        if (user != pull.Issue.User)
            request.Require(Role.Write);

        if (request.Text("base") is { } baseName && baseName != pull.BaseBranch)
            await RetargetAsync(request, pull, baseName);

        pull.Issue.Title = request.Text("title") ?? pull.Issue.Title;
        pull.Issue.Body = request.Has("body") ? request.LongText("PullRequest") : pull.Issue.Body;
        if (request.Text("state") == "closed" && pull.Issue.Open)
            pull.Issue.Close(user, request.Now);
        else if (request.Text("state") == "open" && !pull.Issue.Open)
            await ReopenAsync(request, pull);

        pull.Issue.UpdatedAt = request.Now;
        return await AnswerAsync(request, pull);
    }

    private static async Task RetargetAsync(ApiRequest request, PullRequest pull, string baseName)
    {
        GitRef @base = await request.Repository.Git.FindBranchAsync(baseName, request.Cancellation)
            ?? throw ApiFailure.Invalid("PullRequest", "invalid", "base");
        (pull.BaseBranch, pull.BaseSha, pull.MergeableIn) = (baseName, @base.Sha, request.Hub.Options.MergeableDelay);
    }

    private static async Task ReopenAsync(ApiRequest request, PullRequest pull)
    {
        GitRef? head = await request.Repository.Git.FindBranchAsync(pull.HeadBranch, request.Cancellation);
        if (pull.Merge is not null || head is null)
            throw ApiFailure.Invalid("PullRequest", "invalid", "state", "state cannot be changed. The pull request cannot be reopened.");

        pull.Issue.Reopen(request.Now);
        await HeadWatcher.RefsMovedAsync(request.Repository, request.Caller, request.Cancellation);
    }

    private static Task<ApiResponse> IsMergedAsync(ApiRequest request) =>
        Find(request).Merge is null ? throw ApiFailure.NotFound() : Task.FromResult(ApiResponse.NoContent);

    private static async Task<ApiResponse> MergeAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        var merge = new MergeRequest(user, request.Text("merge_method") ?? "merge")
        {
            Title = request.Text("commit_title"),
            Message = request.Text("commit_message"),
            ExpectedHead = request.Text("sha"),
        };
        Merge done = await Merger.MergeAsync(request.Repository, Find(request), merge, request.Cancellation);
        return ApiResponse.Json(
            new JsonObject
            {
                ["sha"] = done.Sha,
                ["merged"] = true,
                ["message"] = "Pull Request successfully merged",
            }
        );
    }

    private static async Task<ApiResponse> UpdateBranchAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        PullRequest pull = Find(request);
        if (request.Text("expected_head_sha") is { } expected && expected != pull.HeadSha)
            throw ApiFailure.Invalid("PullRequest", "invalid", "head", "expected head sha didn\u2019t match current head ref.");

        string tree = await request.Repository.Git.History.MergedTreeAsync(pull.HeadSha, pull.BaseSha, request.Cancellation)
            ?? throw ApiFailure.With(422, "merge conflict between base and head");
        if (!await MergeGate.IsBehindAsync(request.Repository, pull, request.Cancellation))
            throw ApiFailure.With(422, "There are no new commits on the base branch.");

        var signature = new Signature(user.Login, user.Email, request.Now);
        var commit = new GitCommit("", tree, [pull.HeadSha, pull.BaseSha], signature, signature, $"Merge branch '{pull.BaseBranch}' into {pull.HeadBranch}");
        bool isSigned = BranchRules.For(request.Repository, GitRef.Heads + pull.BaseBranch).Any(rules => rules.Signatures);
        string sha = isSigned
            ? await request.Repository.Git.Signatures.CommitAsync(commit, request.Cancellation)
            : await request.Repository.Git.WriteCommitAsync(commit, request.Cancellation);
        await request.Repository.Git.UpdateRefAsync(GitRef.Heads + pull.HeadBranch, sha, pull.HeadSha, request.Cancellation);
        request.Repository.Record("push", GitRef.Heads + pull.HeadBranch, (pull.HeadSha, sha), user);
        await HeadWatcher.RefsMovedAsync(request.Repository, user, request.Cancellation);
        return ApiResponse.Json(
            new JsonObject { ["message"] = "Updating pull request branch.", ["url"] = $"{Viewpoint.Of(request).Api}/pulls/{pull.Number}" },
            202
        );
    }

    private static async Task<ApiResponse> CommitsAsync(ApiRequest request)
    {
        PullRequest pull = Find(request);
        IReadOnlyList<string> shas = await request.Repository.Git.History.CommitsAsync(pull.BaseSha, pull.HeadSha, request.Cancellation);
        var view = Viewpoint.Of(request);
        return await Paging.OfAsync(request, shas, async sha => CommitJson.Of(await request.Repository.Git.CommitAsync(sha, request.Cancellation), view));
    }

    private static async Task<ApiResponse> FilesAsync(ApiRequest request)
    {
        PullRequest pull = Find(request);
        GitHistory history = request.Repository.Git.History;
        Divergence divergence = await history.DivergenceAsync(pull.BaseSha, pull.HeadSha, request.Cancellation);
        IReadOnlyList<FileChange> files = await history.ChangesAsync(divergence.MergeBase ?? pull.BaseSha, pull.HeadSha, request.Cancellation);
        var view = Viewpoint.Of(request);
        return Paging.Of(request, files, file => CommitJson.File(file, pull.HeadSha, view));
    }
}
