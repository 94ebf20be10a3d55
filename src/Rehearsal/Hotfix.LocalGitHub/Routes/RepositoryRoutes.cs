using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>The repository, its branches, tags and settings.</summary>
internal static class RepositoryRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}", AnswerAsync)
            .Patch("/repos/{owner}/{repo}", UpdateAsync)
            .Get("/repos/{owner}/{repo}/branches", BranchesAsync)
            .Get("/repos/{owner}/{repo}/branches/{branch*}/protection", ProtectionAsync)
            .Get("/repos/{owner}/{repo}/branches/{branch*}", BranchAsync)
            .Get("/repos/{owner}/{repo}/tags", TagsAsync)
            .Get("/repos/{owner}/{repo}/collaborators/{username}/permission", PermissionAsync)
            .Get("/repos/{owner}/{repo}/immutable-releases", ImmutableAsync)
            .Put("/repos/{owner}/{repo}/immutable-releases", request => SetImmutableAsync(request, enabled: true))
            .Delete("/repos/{owner}/{repo}/immutable-releases", request => SetImmutableAsync(request, enabled: false));

    private static Task<ApiResponse> AnswerAsync(ApiRequest request) => Task.FromResult(ApiResponse.Json(RepositoryJson.Full(Viewpoint.Of(request))));

    private static Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        request.Require(Role.Admin);
        RepositorySettings settings = request.Repository.Settings;
        settings.Private = request.Flag("private") ?? settings.Private;
        settings.Description = request.Text("description") ?? settings.Description;
        settings.AllowMergeCommit = request.Flag("allow_merge_commit") ?? settings.AllowMergeCommit;
        settings.AllowSquashMerge = request.Flag("allow_squash_merge") ?? settings.AllowSquashMerge;
        settings.SquashTitle = request.Text("squash_merge_commit_title") ?? settings.SquashTitle;
        settings.AllowRebaseMerge = request.Flag("allow_rebase_merge") ?? settings.AllowRebaseMerge;
        settings.AllowAutoMerge = request.Flag("allow_auto_merge") ?? settings.AllowAutoMerge;
        settings.AllowUpdateBranch = request.Flag("allow_update_branch") ?? settings.AllowUpdateBranch;
        settings.DeleteBranchOnMerge = request.Flag("delete_branch_on_merge") ?? settings.DeleteBranchOnMerge;
        settings.Archived = request.Flag("archived") ?? settings.Archived;
        request.Repository.UpdatedAt = request.Now;
        return AnswerAsync(request);
    }

    private static async Task<ApiResponse> BranchesAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        IEnumerable<GitRef> branches = await UnderAsync(request, GitRef.Heads);
        if (request.Query("protected") is { } wanted)
            branches = branches.Where(branch => IsProtected(request.Repository, branch.ShortName) == (wanted == "true"));

        return Paging.Of(request, [.. branches], branch => new JsonObject
        {
            ["name"] = branch.ShortName,
            ["commit"] = new JsonObject { ["sha"] = branch.Sha, ["url"] = $"{view.Api}/commits/{branch.Sha}" },
            ["protected"] = IsProtected(request.Repository, branch.ShortName),
        });
    }

    private static async Task<ApiResponse> BranchAsync(ApiRequest request)
    {
        string name = request.Value("branch");
        GitRef branch = await request.Repository.Git.FindBranchAsync(name, request.Cancellation) ?? throw ApiFailure.With(404, "Branch not found");
        GitCommit commit = await request.Repository.Git.CommitAsync(branch.Sha, request.Cancellation);
        var view = Viewpoint.Of(request);
        string self = $"{view.Api}/branches/{Uri.EscapeDataString(name)}";
        return ApiResponse.Json(
            new JsonObject
            {
                ["name"] = name,
                ["commit"] = CommitJson.Of(commit, view),
                ["_links"] = new JsonObject { ["self"] = self, ["html"] = $"{view.Web}/tree/{name}" },
                ["protected"] = IsProtected(request.Repository, name),
                ["protection"] = ProtectionJson.Summary(request.Repository.Protections.GetValueOrDefault(name)),
                ["protection_url"] = $"{self}/protection",
            }
        );
    }

    // GitHub shows classic protection to administrators only; whoever may merely push is answered 404.
    private static async Task<ApiResponse> ProtectionAsync(ApiRequest request)
    {
        string name = request.Value("branch");
        if (await request.Repository.Git.FindBranchAsync(name, request.Cancellation) is null)
            throw ApiFailure.With(404, "Branch not found");

        if (request.Repository.RoleOf(request.Caller) < Role.Admin)
            throw ApiFailure.NotFound();

        BranchProtectionRule rule = request.Repository.Protections.GetValueOrDefault(name) ?? throw ApiFailure.With(404, "Branch not protected");
        return ApiResponse.Json(ProtectionJson.Of(rule, name, Viewpoint.Of(request)));
    }

    private static bool IsProtected(HostedRepository repository, string branch) => Rules.BranchRules.For(repository, GitRef.Heads + branch).Count > 0;

    private static async Task<ApiResponse> TagsAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        GitRef[] tags = [.. (await UnderAsync(request, GitRef.Tags)).OrderByDescending(tag => tag.Name, StringComparer.Ordinal)];
        return Paging.Of(request, tags, tag => new JsonObject
        {
            ["name"] = tag.ShortName,
            ["commit"] = new JsonObject { ["sha"] = tag.CommitSha, ["url"] = $"{view.Api}/commits/{tag.CommitSha}" },
            ["zipball_url"] = $"{view.Api}/zipball/{tag.Name}",
            ["tarball_url"] = $"{view.Api}/tarball/{tag.Name}",
            ["node_id"] = $"REF_{request.Repository.Id}_{tag.Name}",
        });
    }

    private static async Task<IEnumerable<GitRef>> UnderAsync(ApiRequest request, string prefix)
    {
        IReadOnlyDictionary<string, GitRef> refs = await request.Repository.Git.RefsAsync(request.Cancellation);
        return refs
            .Values.Where(candidate => candidate.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(candidate => candidate.Name, StringComparer.Ordinal);
    }

    private static Task<ApiResponse> PermissionAsync(ApiRequest request)
    {
        request.Require(Role.Read);
        if (request.Repository.RoleOf(request.User) < Role.Write)
            throw ApiFailure.With(403, "Must have push access to view collaborator permission.");

        Account account = request.Hub.FindAccount(request.Value("username")) is { IsBot: false } person ? person : throw ApiFailure.NotFound();
        Role role = request.Repository.RoleOf(account);
        JsonObject user = UserJson.Simple(account, request.Address);
        user["permissions"] = RepositoryJson.Permissions(role);
        user["role_name"] = Spell(role);
        // The older field knows four values only.
        string permission = role switch
        {
            Role.Maintain => "write",
            Role.Triage => "read",
            _ => Spell(role),
        };
        return Task.FromResult(
            ApiResponse.Json(
                new JsonObject
                {
                    ["permission"] = permission,
                    ["user"] = user,
                    ["role_name"] = Spell(role),
                }
            )
        );
    }

    private static string Spell(Role role) => role.ToString().ToLowerInvariant();

    private static Task<ApiResponse> ImmutableAsync(ApiRequest request)
    {
        request.Require(Role.Admin);
        return request.Repository.Settings.ImmutableReleases
            ? Task.FromResult(ApiResponse.Json(new JsonObject { ["enabled"] = true, ["enforced_by_owner"] = false }))
            : throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> SetImmutableAsync(ApiRequest request, bool enabled)
    {
        request.Require(Role.Admin);
        request.Repository.Settings.ImmutableReleases = enabled;
        return Task.FromResult(ApiResponse.NoContent);
    }
}
