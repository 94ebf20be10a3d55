using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Commit statuses, the older sort of check.</summary>
internal static class StatusRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Post("/repos/{owner}/{repo}/statuses/{sha}", CreateAsync)
            .Get("/repos/{owner}/{repo}/commits/{ref*}/statuses", ListAsync)
            .Get("/repos/{owner}/{repo}/commits/{ref*}/status", CombinedAsync);

    private static async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string sha = request.Value("sha");
        if (await request.Repository.Git.ResolveCommitAsync(sha, request.Cancellation) != sha)
            throw ApiFailure.With(422, "No commit found for SHA: " + sha);

        string state = request.RequiredText("Status", "state");
        if (state is not ("error" or "failure" or "pending" or "success"))
            throw ApiFailure.Invalid("Status", "custom", message: "state is not included in the list");

        var status = new CommitStatus(request.Hub.NextId(), sha, request.Text("context") ?? "default", state, user, request.Now)
        {
            Description = request.Text("description"),
            TargetUrl = request.Text("target_url"),
        };
        if (!request.LosesCheck)
            request.Repository.Statuses.Add(status);

        return ApiResponse.Json(StatusJson.Full(status, Viewpoint.Of(request)), 201);
    }

    private static async Task<ApiResponse> ListAsync(ApiRequest request)
    {
        string sha = await CheckRoutes.ResolveAsync(request);
        var view = Viewpoint.Of(request);
        CommitStatus[] newestFirst = [.. request.Repository.Statuses.Where(status => status.Sha == sha).Reverse()];
        return Paging.Of(request, newestFirst, status => StatusJson.Full(status, view));
    }

    private static async Task<ApiResponse> CombinedAsync(ApiRequest request)
    {
        string sha = await CheckRoutes.ResolveAsync(request);
        return ApiResponse.Json(StatusJson.Combined(sha, CheckBoard.Of(request.Repository, sha), Viewpoint.Of(request)));
    }
}
