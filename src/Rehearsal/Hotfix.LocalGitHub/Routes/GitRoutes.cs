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

    public static void Map(RouteTable routes) => routes
        .Get("/repos/{owner}/{repo}/git/ref/{ref*}", GetRefAsync)
        .Get("/repos/{owner}/{repo}/git/matching-refs/{ref*}", MatchingRefsAsync)
        // Not in the description any more, but Octokit.net asks here; the live service answers with a prefix search.
        .Get("/repos/{owner}/{repo}/git/refs/{ref*}", MatchingRefsAsync)
        .Post("/repos/{owner}/{repo}/git/refs", CreateRefAsync)
        .Patch("/repos/{owner}/{repo}/git/refs/{ref*}", UpdateRefAsync)
        .Delete("/repos/{owner}/{repo}/git/refs/{ref*}", DeleteRefAsync)
        .Post("/repos/{owner}/{repo}/git/tags", CreateTagAsync)
        .Get("/repos/{owner}/{repo}/git/tags/{tag_sha}", GetTagAsync)
        .Get("/repos/{owner}/{repo}/git/commits/{commit_sha}", GetCommitAsync);

    private static async Task<ApiResponse> GetRefAsync(ApiRequest request)
    {
        GitRef found = await request.Repository.Git.FindRefAsync("refs/" + request.Value("ref"), request.Cancellation) ?? throw ApiFailure.NotFound();
        return ApiResponse.Json(GitJson.Ref(found, Viewpoint.Of(request)));
    }

    private static async Task<ApiResponse> MatchingRefsAsync(ApiRequest request)
    {
        string prefix = "refs/" + request.Value("ref");
        IReadOnlyDictionary<string, GitRef> refs = await request.Repository.Git.RefsAsync(request.Cancellation);
        GitRef[] found = [.. refs.Values.Where(candidate => candidate.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(candidate => candidate.Name, StringComparer.Ordinal)];
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
        await request.Repository.Git.FindRefAsync("refs/" + request.Value("ref"), request.Cancellation) ?? throw ApiFailure.With(422, "Reference does not exist");

    private static async Task MoveAsync(ApiRequest request, PushCommand command)
    {
        HostedRepository repository = request.Repository;
        foreach (PushRefusal refusal in PushGate.Refusals(repository, command, request.Caller))
        {
            if (!refusal.OnlyRewrites || (await repository.Git.History.DivergenceAsync(command.OldSha, command.NewSha, request.Cancellation)).Behind > 0)
                throw ApiFailure.With(422, refusal.Message.Replace("error: ", "", StringComparison.Ordinal));
        }

        string? sha = command.Deletes ? null : command.NewSha;
        if (!await repository.Git.UpdateRefAsync(command.RefName, sha, command.OldSha, request.Cancellation))
            throw ApiFailure.With(422, "Reference cannot be updated");

        repository.LastPushers[command.RefName] = request.Caller;
        repository.Record(command.Creates ? "branch_creation" : command.Deletes ? "branch_deletion" : "push", command.RefName, (command.OldSha, command.NewSha), request.Caller);
        repository.PushedAt = request.Now;
        await HeadWatcher.RefsMovedAsync(repository, request.Caller, request.Cancellation);
    }

    private static async Task<ApiResponse> CreateTagAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string target = request.RequiredText("Tag", "object");
        GitObject found = await request.Repository.Git.ReadAsync(target, request.Cancellation) ?? throw ApiFailure.With(422, "Object does not exist");
        JsonNode? tagger = request.Node("tagger");
        var signature = new Signature(
            tagger?["name"]?.GetValue<string>() ?? user.Login,
            tagger?["email"]?.GetValue<string>() ?? user.Email,
            tagger?["date"] is { } date ? DateTimeOffset.Parse(date.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : request.Now);
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
        return found is { Type: "commit" } ? ApiResponse.Json(GitJson.Commit(GitCommit.From(found), Viewpoint.Of(request))) : throw ApiFailure.NotFound();
    }
}
