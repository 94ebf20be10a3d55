using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Releases: drafted, published, found.</summary>
internal static class ReleaseRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/releases", ListAsync)
            .Post("/repos/{owner}/{repo}/releases", CreateAsync)
            .Get("/repos/{owner}/{repo}/releases/latest", request =>
                AnswerAsync(request, ReleaseShelf.Latest(request.Repository.Releases) ?? throw ApiFailure.NotFound())
            )
            .Get("/repos/{owner}/{repo}/releases/tags/{tag*}", ByTagAsync)
            .Post("/repos/{owner}/{repo}/releases/generate-notes", NotesAsync)
            .Get("/repos/{owner}/{repo}/releases/{release_id}", request => AnswerAsync(request, Find(request)))
            .Patch("/repos/{owner}/{repo}/releases/{release_id}", UpdateAsync)
            .Delete("/repos/{owner}/{repo}/releases/{release_id}", DeleteAsync);

    /// <summary>The release of the route; drafts only for those who may push.</summary>
    public static Release Find(ApiRequest request)
    {
        long id = request.Number("release_id");
        return Visible(request).FirstOrDefault(release => release.Id == id) ?? throw ApiFailure.NotFound();
    }

    private static IEnumerable<Release> Visible(ApiRequest request)
    {
        bool mayPush = request.Repository.RoleOf(request.User) >= Role.Write;
        return request.Repository.Releases.Where(release => mayPush || !release.Draft);
    }

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, Release release, int status = 200) =>
        Task.FromResult(ApiResponse.Json(ReleaseJson.Of(release, Viewpoint.Of(request)), status));

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        Release[] newestFirst = [.. Visible(request).OrderByDescending(release => (release.CreatedAt, release.Id))];
        return Task.FromResult(Paging.Of(request, newestFirst, release => ReleaseJson.Of(release, view)));
    }

    // Drafts have no tag yet: GitHub does not find them this way.
    private static Task<ApiResponse> ByTagAsync(ApiRequest request)
    {
        string tag = request.Value("tag");
        Release? found = request.Repository.Releases.FirstOrDefault(release => !release.Draft && release.TagName == tag);
        return AnswerAsync(request, found ?? throw ApiFailure.NotFound());
    }

    private static async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string tag = request.RequiredText("Release", "tag_name");
        var release = new Release(request.Hub.NextId(), user, request.Now)
        {
            TagName = tag,
            TargetCommitish = request.Text("target_commitish") ?? request.Repository.DefaultBranch,
            Draft = true,
        };
        Apply(request, release);
        if (request.Flag("generate_release_notes") == true)
        {
            release.Body = string.Join(
                "\n\n",
                new[] { release.Body, (await ReleaseNotes.GenerateAsync(request, tag, release.TargetCommitish)).Body }.OfType<string>()
            );
        }

        if (request.Flag("draft") != true)
            await PublishAsync(request, release);

        request.Repository.Releases.Add(release);
        return await AnswerAsync(request, release, 201);
    }

    private static async Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        Release release = Find(request);
        bool retags = request.Text("tag_name") is { } tag && tag != release.TagName;
        if (release.Immutable && retags)
            throw ApiFailure.Invalid("Release", "custom", message: "tag_name cannot be changed on an immutable release");

        release.TagName = request.Text("tag_name") ?? release.TagName;
        release.TargetCommitish = request.Text("target_commitish") ?? release.TargetCommitish;
        Apply(request, release);
        if (release.Draft && request.Flag("draft") == false)
            await PublishAsync(request, release);

        release.UpdatedAt = request.Now;
        return await AnswerAsync(request, release);
    }

    private static void Apply(ApiRequest request, Release release)
    {
        release.Name = request.Text("name") ?? release.Name;
        release.Body = request.Text("body") ?? release.Body;
        release.Prerelease = request.Flag("prerelease") ?? release.Prerelease;
        string? makeLatest = request.Text("make_latest");
        if (makeLatest is not (null or "true" or "false" or "legacy"))
            throw ApiFailure.Invalid("Release", "invalid", "make_latest");

        if (makeLatest == "true" && (release.Prerelease || (release.Draft && request.Flag("draft") == true)))
            throw ApiFailure.Invalid("Release", "custom", message: "make_latest cannot be true for a draft or prerelease");

        release.MakeLatest = makeLatest ?? release.MakeLatest;
        if (makeLatest == "true")
            release.MadeLatestAt = request.Hub.NextId();
    }

    private static async Task PublishAsync(ApiRequest request, Release release)
    {
        HostedRepository repository = request.Repository;
        if (repository.Releases.Any(other => other != release && !other.Draft && other.TagName == release.TagName))
            throw ApiFailure.Invalid("Release", "already_exists", "tag_name");

        if (repository.BurnedTags.Contains(release.TagName))
            throw ApiFailure.Invalid("Release", "custom", message: "tag_name was used by an immutable release");

        await EnsureTagAsync(request, release);
        (release.Draft, release.PublishedAt) = (false, request.Now);
        if (release.MadeLatestAt == 0)
            release.MadeLatestAt = request.Hub.NextId();

        release.Immutable = repository.Settings.ImmutableReleases;
        if (release.Immutable)
            repository.BurnedTags.Add(release.TagName);
    }

    // Publishing makes a lightweight tag at the target when there is none of that name.
    private static async Task EnsureTagAsync(ApiRequest request, Release release)
    {
        BareRepository git = request.Repository.Git;
        string name = GitRef.Tags + release.TagName;
        if (await git.FindRefAsync(name, request.Cancellation) is { } existing)
        {
            release.CreatedAt = (await git.CommitAsync(existing.CommitSha, request.Cancellation)).Committer.At;
            return;
        }

        string sha = await git.ResolveCommitAsync(release.TargetCommitish, request.Cancellation)
            ?? throw ApiFailure.Invalid("Release", "invalid", "target_commitish");
        PushCommand creation = new(new string('0', 40), sha, name);
        if (PushGate.Refusals(request.Repository, creation, request.Caller).Any())
            throw ApiFailure.With(422, "Validation Failed: tag_name is protected by a repository rule");

        await git.UpdateRefAsync(name, sha, expected: null, request.Cancellation);
        await HeadWatcher.RefsMovedAsync(request.Repository, request.Caller, request.Cancellation);
        release.CreatedAt = (await git.CommitAsync(sha, request.Cancellation)).Committer.At;
    }

    private static Task<ApiResponse> DeleteAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        request.Repository.Releases.Remove(Find(request));
        return Task.FromResult(ApiResponse.NoContent);
    }

    private static async Task<ApiResponse> NotesAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        string tag = request.RequiredText("Release", "tag_name");
        (string name, string body) = await ReleaseNotes.GenerateAsync(request, tag, request.Text("target_commitish") ?? request.Repository.DefaultBranch);
        return ApiResponse.Json(new JsonObject { ["name"] = name, ["body"] = body });
    }
}
