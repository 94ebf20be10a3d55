using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Workflow files and their dispatch.</summary>
internal static class WorkflowRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/repos/{owner}/{repo}/actions/workflows", ListAsync)
        .Get("/repos/{owner}/{repo}/actions/workflows/{workflow_id}", GetAsync)
        .Post("/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", DispatchAsync);

    /// <summary>The workflow of the route, by id or file name; 404 unless it is on the default branch.</summary>
    public static async Task<Workflow> FindAsync(ApiRequest request) =>
        await request.Repository.Workflows.FindAsync(request.Value("workflow_id"), request.Cancellation) ?? throw ApiFailure.NotFound();

    private static async Task<ApiResponse> ListAsync(ApiRequest request) =>
        await Paging.CountedAsync(request, "workflows", await request.Repository.Workflows.ListAsync(request.Cancellation), workflow => ShapeAsync(request, workflow));

    private static async Task<ApiResponse> GetAsync(ApiRequest request) => ApiResponse.Json(await ShapeAsync(request, await FindAsync(request)));

    private static async Task<JsonObject> ShapeAsync(ApiRequest request, Workflow workflow) =>
        WorkflowJson.Of(workflow, await request.Repository.Workflows.NameAsync(workflow, request.Repository.DefaultBranch, request.Cancellation), Viewpoint.Of(request));

    private static async Task<ApiResponse> DispatchAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        Workflow workflow = await FindAsync(request);
        string name = request.RequiredText("Workflow", "ref");
        string sha = await request.Repository.Git.ResolveCommitAsync(name, request.Cancellation) ?? throw ApiFailure.With(422, $"No ref found for: {name}");

        // The file that counts is the one at the ref.
        string? text = await request.Repository.Workflows.TextAsync(workflow, sha, request.Cancellation);
        if (text?.Contains("workflow_dispatch", StringComparison.Ordinal) != true)
            throw ApiFailure.With(422, "Workflow does not have 'workflow_dispatch' trigger");

        JsonObject inputs = request.Node("inputs") as JsonObject ?? [];
        if (inputs.Count > 25)
            throw ApiFailure.With(422, "you may only define up to 25 `inputs` for a `workflow_dispatch` event");

        bool isTag = await request.Repository.Git.FindBranchAsync(name.Replace("refs/heads/", "", StringComparison.Ordinal), request.Cancellation) is null;
        var origin = new RunOrigin("workflow_dispatch", sha, user)
        {
            Branch = name.Replace(isTag ? GitRef.Tags : GitRef.Heads, "", StringComparison.Ordinal),
            Inputs = inputs.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal),
        };
        WorkflowRun run = await RunRoutes.StartAsync(request.Repository, workflow, origin, request.Cancellation);
        if (request.Flag("return_run_details") != true)
            return ApiResponse.NoContent;

        var view = Viewpoint.Of(request);
        return ApiResponse.Json(new JsonObject
        {
            ["workflow_run_id"] = run.Id,
            ["run_url"] = $"{view.Api}/actions/runs/{run.Id}",
            ["html_url"] = $"{view.Web}/actions/runs/{run.Id}",
        });
    }
}
