using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Deployments and their statuses.</summary>
internal static class DeploymentRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/deployments", ListAsync)
            .Post("/repos/{owner}/{repo}/deployments", CreateAsync)
            .Get("/repos/{owner}/{repo}/deployments/{deployment_id}", request => AnswerAsync(request, Find(request)))
            .Get("/repos/{owner}/{repo}/deployments/{deployment_id}/statuses", StatusesAsync)
            .Post("/repos/{owner}/{repo}/deployments/{deployment_id}/statuses", ReportAsync);

    private static Deployment Find(ApiRequest request)
    {
        long id = request.Number("deployment_id");
        return request.Repository.Deploying.Deployments.FirstOrDefault(deployment => deployment.Id == id) ?? throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> AnswerAsync(ApiRequest request, Deployment deployment, int status = 200) =>
        Task.FromResult(ApiResponse.Json(DeploymentJson.Of(deployment, Viewpoint.Of(request)), status));

    private static Task<ApiResponse> ListAsync(ApiRequest request)
    {
        var view = Viewpoint.Of(request);
        Deployment[] found =
        [
            .. request
                .Repository.Deploying.Deployments.Where(deployment => request.Query("sha") is not { } sha || deployment.Sha == sha)
                .Where(deployment => request.Query("ref") is not { } name || deployment.Ref == name)
                .Where(deployment => request.Query("task") is not { } task || deployment.Task == task)
                .Where(deployment => request.Query("environment") is not { } environment || deployment.Environment == environment)
                .OrderByDescending(deployment => deployment.Id),
        ];
        return Task.FromResult(Paging.Of(request, found, deployment => DeploymentJson.Of(deployment, view)));
    }

    private static async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string name = request.RequiredText("Deployment", "ref");
        string sha = await request.Repository.Git.ResolveCommitAsync(name, request.Cancellation) ?? throw ApiFailure.With(422, $"No ref found for: {name}");
        if (request.Flag("auto_merge") != false)
            await RequireUpToDateAsync(request, name, sha);

        RequireContexts(request, name, sha);
        string environment = request.Text("environment") ?? "production";
        var deployment = new Deployment(request.Hub.NextId(), environment, sha, user)
        {
            Ref = name,
            CreatedAt = request.Now,
            UpdatedAt = request.Now,
            Task = request.Text("task") ?? "deploy",
            Description = request.Text("description"),
            Payload = request.Node("payload")?.DeepClone() ?? new JsonObject(),
            IsTransient = request.Flag("transient_environment") ?? false,
            IsProduction = request.Flag("production_environment") ?? environment == "production",
        };
        return await AnswerAsync(request, request.Repository.Deploying.Add(deployment), 201);
    }

    // GitHub would merge the default branch into the ref and answer 202 without deploying anything.
    private static async Task RequireUpToDateAsync(ApiRequest request, string name, string sha)
    {
        if (await request.Repository.Git.FindBranchAsync(name, request.Cancellation) is null)
            return;

        string main = await request.Repository.Git.ResolveCommitAsync(request.Repository.DefaultBranch, request.Cancellation) ?? sha;
        if ((await request.Repository.Git.History.DivergenceAsync(main, sha, request.Cancellation)).Behind > 0)
        {
            throw ApiFailure.With(
                501,
                $"'{name}' is behind {request.Repository.DefaultBranch}, and the local server does not merge for a deployment; nothing was changed. Send auto_merge: false."
            );
        }
    }

    // Without required_contexts, everything that reported on the commit has to be green.
    private static void RequireContexts(ApiRequest request, string name, string sha)
    {
        var board = CheckBoard.Of(request.Repository, sha);
        CheckState state = request.Node("required_contexts") is not JsonArray
            ? board.Overall()
            : request
                .Texts("required_contexts")
                .Select(context => board.StateOf(new RequiredStatusCheck(context)))
                .Append(CheckState.Passing)
                .OrderByDescending(found => found != CheckState.Passing)
                .First();
        bool fails = request.Node("required_contexts") is JsonArray ? state != CheckState.Passing : state is CheckState.Failing or CheckState.Pending;
        if (fails)
            throw ApiFailure.With(409, $"Conflict: Commit status checks failed for {name}.");
    }

    private static Task<ApiResponse> StatusesAsync(ApiRequest request)
    {
        Deployment deployment = Find(request);
        var view = Viewpoint.Of(request);
        return Task.FromResult(
            Paging.Of(request, [.. deployment.Statuses.OrderByDescending(status => status.Id)], status => DeploymentJson.Status(status, deployment, view))
        );
    }

    private static Task<ApiResponse> ReportAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        Deployment deployment = Find(request);
        string state = request.RequiredText("DeploymentStatus", "state");
        if (!DeploymentStatus.States.Contains(state))
            throw ApiFailure.Invalid("DeploymentStatus", "custom", "state", "state is not included in the list");

        var status = new DeploymentStatus(request.Hub.NextId(), state, user, request.Now)
        {
            Description = request.Text("description") ?? "",
            Environment = request.Text("environment") ?? deployment.Environment,
            LogUrl = request.Text("log_url") ?? request.Text("target_url") ?? "",
            EnvironmentUrl = request.Text("environment_url") ?? "",
        };
        if (status.Description.Length > 140)
            throw ApiFailure.Invalid("DeploymentStatus", "custom", "description", "description is too long (maximum is 140 characters)");

        request.Repository.Deploying.Report(deployment, status, makesOthersInactive: request.Flag("auto_inactive") ?? true);
        return Task.FromResult(ApiResponse.Json(DeploymentJson.Status(status, deployment, Viewpoint.Of(request)), 201));
    }
}
