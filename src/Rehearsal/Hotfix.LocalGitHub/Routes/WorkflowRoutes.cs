using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Workflow files and their dispatch.</summary>
internal static class WorkflowRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/actions/workflows", ListAsync)
            .Get("/repos/{owner}/{repo}/actions/workflows/{workflow_id}", GetAsync)
            .Put("/repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable", request => SwitchAsync(request, disabled: true))
            .Put("/repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable", request => SwitchAsync(request, disabled: false))
            .Post("/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", DispatchAsync)
            .Post("/repos/{owner}/{repo}/dispatches", DispatchEventAsync);

    /// <summary>The workflow of the route, by id or file name; 404 unless it is on the default branch.</summary>
    public static async Task<Workflow> FindAsync(ApiRequest request) =>
        await request.Repository.Workflows.FindAsync(request.Value("workflow_id"), request.Cancellation) ?? throw ApiFailure.NotFound();

    private static async Task<ApiResponse> ListAsync(ApiRequest request) =>
        await Paging.CountedAsync(request, "workflows", await request.Repository.Workflows.ListAsync(request.Cancellation), workflow =>
            ShapeAsync(request, workflow)
        );

    private static async Task<ApiResponse> GetAsync(ApiRequest request) => ApiResponse.Json(await ShapeAsync(request, await FindAsync(request)));

    private static async Task<ApiResponse> SwitchAsync(ApiRequest request, bool disabled)
    {
        request.Require(Role.Write);
        (await FindAsync(request)).Disabled = disabled;
        return ApiResponse.NoContent;
    }

    private static async Task<JsonObject> ShapeAsync(ApiRequest request, Workflow workflow) =>
        WorkflowJson.Of(
            workflow,
            await request.Repository.Workflows.NameAsync(workflow, request.Repository.DefaultBranch, request.Cancellation),
            Viewpoint.Of(request)
        );

    private static async Task<ApiResponse> DispatchAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        Workflow workflow = await FindAsync(request);
        if (workflow.Disabled)
            throw ApiFailure.With(422, "Cannot trigger a 'workflow_dispatch' on a disabled workflow");

        string name = request.RequiredText("Workflow", "ref");
        string sha = await request.Repository.Git.ResolveCommitAsync(name, request.Cancellation) ?? throw ApiFailure.With(422, $"No ref found for: {name}");

        // The file that counts is the one at the ref.
        string? text = await request.Repository.Workflows.TextAsync(workflow, sha, request.Cancellation);
        if (text is null || !new WorkflowText(text).Has("workflow_dispatch"))
            throw ApiFailure.With(422, "Workflow does not have 'workflow_dispatch' trigger");

        IReadOnlyDictionary<string, string> inputs = DispatchInputs.Read(request, new WorkflowText(text));
        bool isTag = await request.Repository.Git.FindBranchAsync(name.Replace("refs/heads/", "", StringComparison.Ordinal), request.Cancellation) is null;
        var origin = new RunOrigin("workflow_dispatch", sha, user)
        {
            Branch = name.Replace(isTag ? GitRef.Tags : GitRef.Heads, "", StringComparison.Ordinal),
            Inputs = inputs,
            Title = new WorkflowText(text).RunName(inputs),
        };
        WorkflowRun run = await RunRoutes.StartAsync(request.Repository, workflow, origin, request.Cancellation);
        if (request.Flag("return_run_details") != true)
            return ApiResponse.NoContent;

        var view = Viewpoint.Of(request);
        return ApiResponse.Json(
            new JsonObject
            {
                ["workflow_run_id"] = run.Id,
                ["run_url"] = $"{view.Api}/actions/runs/{run.Id}",
                ["html_url"] = $"{view.Web}/actions/runs/{run.Id}",
            }
        );
    }

    // Starts every workflow of the default branch that listens to the event's type.
    private static async Task<ApiResponse> DispatchEventAsync(ApiRequest request)
    {
        Account user = request.Require(Role.Write);
        string type = request.RequiredText("RepositoryDispatch", "event_type");
        JsonObject payload = request.Node("client_payload") as JsonObject ?? [];
        if (type.Length > 100 || payload.Count > 10)
        {
            throw ApiFailure.With(
                422,
                type.Length > 100 ? "event_type is too long (maximum is 100 characters)" : "No more than 10 properties are allowed in client_payload"
            );
        }

        string branch = request.Repository.DefaultBranch;
        string sha = await request.Repository.Git.ResolveCommitAsync(branch, request.Cancellation) ?? throw ApiFailure.NotFound();
        foreach (Workflow workflow in await request.Repository.Workflows.ListAsync(request.Cancellation))
        {
            string text = await request.Repository.Workflows.TextAsync(workflow, sha, request.Cancellation) ?? "";
            if (!new WorkflowText(text).TakesDispatch(type))
                continue;

            var inputs = payload.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal);
            await RunRoutes.StartAsync(
                request.Repository,
                workflow,
                new RunOrigin("repository_dispatch", sha, user)
                {
                    Branch = branch,
                    Inputs = inputs,
                    Title = type,
                },
                request.Cancellation
            );
        }

        return ApiResponse.NoContent;
    }
}
