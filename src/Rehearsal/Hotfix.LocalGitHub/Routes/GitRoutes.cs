using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>The git database: refs, tag objects, commits.</summary>
internal static class GitRoutes
{
    private static readonly string ZeroSha = new('0', 40);

    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/git/ref/{ref*}", GetRefAsync)
            .Get("/repos/{owner}/{repo}/git/matching-refs/{ref*}", MatchingRefsAsync)
            // Not in the description any more, but Octokit.net asks here; the live service answers with a prefix search.
            .Get("/repos/{owner}/{repo}/git/refs/{ref*}", MatchingRefsAsync)
            .Post("/repos/{owner}/{repo}/git/refs", CreateRefAsync)
            .Patch("/repos/{owner}/{repo}/git/refs/{ref*}", UpdateRefAsync)
            .Delete("/repos/{owner}/{repo}/git/refs/{ref*}", DeleteRefAsync)
            .Post("/repos/{owner}/{repo}/git/tags", CreateTagAsync)
            .Get("/repos/{owner}/{repo}/git/tags/{tag_sha}", GetTagAsync)
            .Get("/repos/{owner}/{repo}/git/commits/{commit_sha}", GetCommitAsync)
            .Post("/repos/{owner}/{repo}/git/blobs", CreateBlobAsync)
            .Post("/repos/{owner}/{repo}/git/trees", CreateTreeAsync)
            .Post("/repos/{owner}/{repo}/git/commits", CreateCommitAsync);

    private static async Task<ApiResponse> GetRefAsync(ApiRequest request)
    {
        GitRef found = await request.Repository.Git.FindRefAsync("refs/" + request.Value("ref"), request.Cancellation) ?? throw ApiFailure.NotFound();
        return ApiResponse.Json(GitJson.Ref(found, Viewpoint.Of(request)));
    }

    private static async Task<ApiResponse> MatchingRefsAsync(ApiRequest request)
    {
        string prefix = "refs/" + request.Value("ref");
        IReadOnlyDictionary<string, GitRef> refs = await request.Repository.Git.RefsAsync(request.Cancellation);
        GitRef[] found =
        [
            .. refs
                .Values.Where(candidate => candidate.Name.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(candidate => candidate.Name, StringComparer.Ordinal),
        ];
        var view = Viewpoint.Of(request);
        bool plural = request.Http.Path.Value!.Contains("/git/refs/", StringComparison.Ordinal);
        return plural && found.Length == 0 ? throw ApiFailure.NotFound()
            : plural && found is [var only] && only.Name == prefix ? ApiResponse.Json(GitJson.Ref(only, view))
            : Paging.Of(request, found, candidate => GitJson.Ref(candidate, view));
    }

    private static async Task<ApiResponse> CreateRefAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        string name = request.RequiredText("Reference", "ref");
        string sha = request.RequiredText("Reference", "sha");
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Split('/').Length < 3)
            throw ApiFailure.With(422, "Reference name must start with 'refs/'.");

        if (await request.Repository.Git.ReadAsync(sha, request.Cancellation) is null)
            throw ApiFailure.With(422, "Object does not exist");

        if (await request.Repository.Git.FindRefAsync(name, request.Cancellation) is not null)
            throw ApiFailure.With(422, "Reference already exists");

        await MoveAsync(request, new PushCommand(ZeroSha, sha, name));
        return ApiResponse.Json(GitJson.Ref((await request.Repository.Git.FindRefAsync(name, request.Cancellation))!, Viewpoint.Of(request)), 201);
    }

    private static async Task<ApiResponse> UpdateRefAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        GitRef old = await FindForChangeAsync(request);
        string sha = request.RequiredText("Reference", "sha");
        if (await request.Repository.Git.ReadAsync(sha, request.Cancellation) is null)
            throw ApiFailure.With(422, "Object does not exist");

        Divergence divergence = await request.Repository.Git.History.DivergenceAsync(old.Sha, sha, request.Cancellation);
        if (divergence.Behind > 0 && request.Flag("force") != true)
            throw ApiFailure.With(422, "Update is not a fast forward");

        await MoveAsync(request, new PushCommand(old.Sha, sha, old.Name));
        return ApiResponse.Json(GitJson.Ref((await request.Repository.Git.FindRefAsync(old.Name, request.Cancellation))!, Viewpoint.Of(request)));
    }

    private static async Task<ApiResponse> DeleteRefAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        GitRef old = await FindForChangeAsync(request);
        await MoveAsync(request, new PushCommand(old.Sha, ZeroSha, old.Name));
        return ApiResponse.NoContent;
    }

    private static async Task<GitRef> FindForChangeAsync(ApiRequest request) =>
        await request.Repository.Git.FindRefAsync("refs/" + request.Value("ref"), request.Cancellation)
        ?? throw ApiFailure.With(422, "Reference does not exist");

    private static async Task MoveAsync(ApiRequest request, PushCommand command)
    {
        HostedRepository repository = request.Repository;
        foreach (PushRefusal refusal in PushGate.Refusals(repository, command, request.Caller))
        {
            if (await AppliesAsync(repository.Git, refusal, command, request.Cancellation))
                throw ApiFailure.With(422, refusal.Message.Replace("error: ", "", StringComparison.Ordinal));
        }

        string? sha = command.Deletes ? null : command.NewSha;
        if (!await repository.Git.UpdateRefAsync(command.RefName, sha, command.OldSha, request.Cancellation))
            throw ApiFailure.With(422, "Reference cannot be updated");

        repository.LastPushers[command.RefName] = request.Caller;
        repository.Record(
            command.Creates ? "branch_creation"
                : command.Deletes ? "branch_deletion"
                : "push",
            command.RefName,
            (command.OldSha, command.NewSha),
            request.Caller
        );
        repository.PushedAt = request.Now;
        await HeadWatcher.RefsMovedAsync(repository, request.Caller, request.Cancellation);
    }

    private static async Task<bool> AppliesAsync(BareRepository git, PushRefusal refusal, PushCommand command, CancellationToken cancellationToken) =>
        refusal.When switch
        {
            PushRefusal.Case.Rewrites => (await git.History.DivergenceAsync(command.OldSha, command.NewSha, cancellationToken)).Behind > 0,
            PushRefusal.Case.Unsigned => (await git.Signatures.ListUnsignedAsync([command.NewSha, "--not", "--all"], cancellationToken)).Count > 0,
            _ => true,
        };

    private static async Task<ApiResponse> CreateTagAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string target = request.RequiredText("Tag", "object");
        GitObject found = await request.Repository.Git.ReadAsync(target, request.Cancellation) ?? throw ApiFailure.With(422, "Object does not exist");
        JsonNode? tagger = request.Node("tagger");
        var signature = new Signature(
            tagger?["name"]?.GetValue<string>() ?? user.Login,
            tagger?["email"]?.GetValue<string>() ?? user.Email,
            tagger?["date"] is { } date ? DateTimeOffset.Parse(date.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : request.Now
        );
        string name = request.RequiredText("Tag", "tag");
        string text = $"object {found.Sha}\ntype {found.Type}\ntag {name}\ntagger {signature}\n\n{request.RequiredText("Tag", "message").TrimEnd('\n')}\n";
        string sha = await request.Repository.Git.WriteAsync("tag", text, request.Cancellation);
        return await AnswerTagAsync(request, sha, 201);
    }

    private static Task<ApiResponse> GetTagAsync(ApiRequest request) => AnswerTagAsync(request, request.Value("tag_sha"), 200);

    private static async Task<ApiResponse> AnswerTagAsync(ApiRequest request, string sha, int status)
    {
        GitObject? found = await request.Repository.Git.ReadAsync(sha, request.Cancellation);
        return found is { Type: "tag" } ? ApiResponse.Json(GitJson.Tag(GitTag.From(found), Viewpoint.Of(request)), status) : throw ApiFailure.NotFound();
    }

    private static async Task<ApiResponse> GetCommitAsync(ApiRequest request)
    {
        GitObject? found = await request.Repository.Git.ReadAsync(request.Value("commit_sha"), request.Cancellation);
        return found is { Type: "commit" } ? await AnswerCommitAsync(request, found, 200) : throw ApiFailure.NotFound();
    }

    private static async Task<ApiResponse> AnswerCommitAsync(ApiRequest request, GitObject commit, int status)
    {
        JsonObject body = GitJson.Commit(GitCommit.From(commit), Viewpoint.Of(request));
        bool isGood = await request.Repository.Git.Signatures.AreGoodAsync(commit.Sha, request.Cancellation);
        body["verification"] = GitJson.Verification(commit, isGood, request.Now);
        return ApiResponse.Json(body, status);
    }

    private static async Task<ApiResponse> CreateBlobAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        string content = request.RequiredText("Blob", "content");
        byte[] bytes = request.Text("encoding") == "base64" ? Convert.FromBase64String(content) : System.Text.Encoding.UTF8.GetBytes(content);
        string sha = await request.Repository.Git.WriteBlobAsync(bytes, request.Cancellation);
        return ApiResponse.Json(new JsonObject { ["url"] = $"{Viewpoint.Of(request).Api}/git/blobs/{sha}", ["sha"] = sha }, 201);
    }

    private static async Task<ApiResponse> CreateTreeAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        IEnumerable<JsonNode> entries = (request.Node("tree") as JsonArray)?.OfType<JsonNode>() ?? throw ApiFailure.Invalid("Tree", "missing_field", "tree");
        string[] lines = [.. entries.Select(entry => entry["sha"] is { } sha ? $"{entry["mode"]} {sha}\t{entry["path"]}" : $"0 {ZeroSha}\t{entry["path"]}")];
        string? tree = await request.Repository.Git.WriteTreeAsync(request.Text("base_tree"), lines, request.Cancellation);
        string url = $"{Viewpoint.Of(request).Api}/git/trees/{tree}";
        return tree is null
            ? throw ApiFailure.With(422, "base_tree is not a valid tree oid")
            : ApiResponse.Json(
                new JsonObject
                {
                    ["sha"] = tree,
                    ["url"] = url,
                    ["truncated"] = false,
                    ["tree"] = new JsonArray(),
                },
                201
            );
    }

    // GitHub signs for an App that names neither author nor committer, and for nobody else.
    private static async Task<ApiResponse> CreateCommitAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string tree = request.RequiredText("Commit", "tree");
        if (await request.Repository.Git.ReadAsync(tree, request.Cancellation) is not { Type: "tree" })
            throw ApiFailure.With(422, "Tree SHA does not exist");

        bool isNamed = request.Has("author") || request.Has("committer");
        JsonNode? named = request.Node("author");
        var author = new Signature(named?["name"]?.GetValue<string>() ?? user.Login, named?["email"]?.GetValue<string>() ?? user.Email, request.Now);
        var committer = isNamed ? author : new Signature("GitHub", "noreply@github.com", request.Now);
        var commit = new GitCommit("", tree, request.Texts("parents"), author, committer, request.RequiredText("Commit", "message"));
        string sha =
            user.IsBot && !isNamed
                ? await request.Repository.Git.Signatures.CommitAsync(commit, request.Cancellation)
                : await request.Repository.Git.WriteCommitAsync(commit, request.Cancellation);
        return await AnswerCommitAsync(request, (await request.Repository.Git.ReadAsync(sha, request.Cancellation))!, 201);
    }
}
