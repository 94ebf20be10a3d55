using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Environments, their protection, and which branches and tags may deploy there. Only users are reviewers here: the server has no teams.</summary>
internal static class EnvironmentRoutes
{
    private const string Path = "/repos/{owner}/{repo}/environments/{environment_name}";

    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/environments", ListAsync)
            .Get(Path, request => AnswerAsync(request, Find(request)))
            .Put(Path, PutAsync)
            .Get($"{Path}/deployment-branch-policies", PoliciesAsync)
            .Post($"{Path}/deployment-branch-policies", AddPolicyAsync);

    /// <summary>The environment of the route; 404 when there is none.</summary>
    public static DeployEnvironment Find(ApiRequest request) =>
        request.Repository.Deploying.Find(request.Value("environment_name")) ?? throw ApiFailure.NotFound();

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, DeployEnvironment environment) =>
        Task.FromResult(ApiResponse.Json(EnvironmentJson.Of(environment, Viewpoint.Of(request))));

    private static async Task<ApiResponse> ListAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        return await Paging.CountedAsync(request, "environments", request.Repository.Deploying.Environments, environment =>
            Task.FromResult(EnvironmentJson.Of(environment, view))
        );
    }

    // What is not sent is set back to nothing: the request describes the environment whole.
    private static Task<ApiResponse> PutAsync(ApiRequest request)
    {
        request.Require(Role.Admin);
        int wait = request.Node("wait_timer")?.GetValue<int>() ?? 0;
        if (wait is < 0 or > DeployEnvironment.LongestWait)
            throw ApiFailure.With(422, $"wait_timer must be between 0 and {DeployEnvironment.LongestWait}");

        Account[] reviewers = [.. (request.Node("reviewers") as JsonArray ?? []).Select(item => Reviewer(request, item!))];
        if (reviewers.Length > DeployEnvironment.MostReviewers)
            throw ApiFailure.With(422, $"Validation failed: at most {DeployEnvironment.MostReviewers} reviewers");

        bool? onlyProtected = Policy(request);
        DeployEnvironment environment = request.Repository.Deploying.Ensure(request.Value("environment_name"));
        (environment.WaitTimer, environment.PreventsSelfReview, environment.TakesProtectedBranches, environment.UpdatedAt) = (
            wait,
            request.Flag("prevent_self_review") ?? false,
            onlyProtected,
            request.Now
        );
        environment.Reviewers.Clear();
        environment.Reviewers.AddRange(reviewers);
        return AnswerAsync(request, environment);
    }

    private static bool? Policy(ApiRequest request)
    {
        if (request.Node("deployment_branch_policy") is not JsonObject policy)
            return null;

        bool onlyProtected = policy["protected_branches"]?.GetValue<bool>() ?? false;
        return onlyProtected == (policy["custom_branch_policies"]?.GetValue<bool>() ?? false)
            ? throw ApiFailure.With(422, "protected_branches and custom_branch_policies cannot have the same value")
            : onlyProtected;
    }

    private static Account Reviewer(ApiRequest request, JsonNode item)
    {
        long id = item["id"]?.GetValue<long>() ?? 0;
        return item["type"]?.GetValue<string>() == "User" && request.Hub.FindAccount(id) is { } account && request.Repository.RoleOf(account) >= Role.Read
            ? account
            : throw ApiFailure.With(422, $"Validation failed: no reviewer with id {id} who may read the repository");
    }

    private static async Task<ApiResponse> PoliciesAsync(ApiRequest request) =>
        await Paging.CountedAsync(request, "branch_policies", Find(request).Policies, policy => Task.FromResult(EnvironmentJson.Policy(policy)));

    private static Task<ApiResponse> AddPolicyAsync(ApiRequest request)
    {
        request.Require(Role.Admin);
        DeployEnvironment environment = Find(request);
        if (environment.TakesProtectedBranches != false)
            throw ApiFailure.NotFound();

        var policy = new BranchPolicy(request.Hub.NextId(), request.RequiredText("DeploymentBranchPolicy", "name"), request.Text("type") ?? "branch");
        environment.Policies.Add(policy);
        return Task.FromResult(ApiResponse.Json(EnvironmentJson.Policy(policy)));
    }
}
