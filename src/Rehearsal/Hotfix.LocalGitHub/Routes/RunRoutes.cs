using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Workflow runs, their jobs and logs.</summary>
internal static class RunRoutes
{
    public static void Map(RouteTable routes) =>
        routes
            .Get("/repos/{owner}/{repo}/actions/runs", request => ListAsync(request, request.Repository.Workflows.Runs))
            .Get("/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", OfWorkflowAsync)
            .Get("/repos/{owner}/{repo}/actions/runs/{run_id}", async request => ApiResponse.Json(await ShapeAsync(request, Find(request))))
            .Get("/repos/{owner}/{repo}/actions/runs/{run_id}/jobs", JobsAsync)
            .Get("/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", _ =>
                Task.FromResult(ApiResponse.Json(new JsonObject { ["total_count"] = 0, ["artifacts"] = new JsonArray() }))
            )
            .Post("/repos/{owner}/{repo}/actions/runs/{run_id}/cancel", CancelAsync)
            .Post("/repos/{owner}/{repo}/actions/runs/{run_id}/approve", ApproveAsync)
            .Post("/repos/{owner}/{repo}/actions/runs/{run_id}/rerun", request => RerunAsync(request, onlyFailed: false))
            .Post("/repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs", request => RerunAsync(request, onlyFailed: true))
            .Get("/repos/{owner}/{repo}/actions/jobs/{job_id}", JobAsync)
            .Get("/repos/{owner}/{repo}/actions/jobs/{job_id}/logs", LogsAsync)
            .Get("/_local/logs/{owner}/{repo}/{job_id}", LogTextAsync);

    /// <summary>Adds a queued run.</summary>
    public static async Task<WorkflowRun> StartAsync(HostedRepository repository, Workflow workflow, RunOrigin origin, CancellationToken cancellationToken)
    {
        string name = await repository.Workflows.NameAsync(workflow, origin.Sha, cancellationToken);
        string subject = (await repository.Git.CommitAsync(origin.Sha, cancellationToken)).Message.Split('\n')[0];
        var suite = new CheckSuite(repository.Hub.NextId(), origin.Sha, origin.Branch, CheckJson.ActionsAppId, repository.Hub.Now);
        repository.CheckSuites.Add(suite);
        var run = new WorkflowRun(repository.Hub.NextId(), workflow, suite, origin, repository.Hub.Now)
        {
            Number = repository.Workflows.Runs.Count(other => other.Workflow == workflow) + 1,
            WorkflowName = name,
            Title = origin.Title ?? (origin.Event == "workflow_dispatch" ? name : subject),
        };
        repository.Workflows.Runs.Add(run);
        return run;
    }

    /// <summary>The run of the route; 404 when there is none.</summary>
    public static WorkflowRun Find(ApiRequest request)
    {
        long id = request.Number("run_id");
        return request.Repository.Workflows.Runs.FirstOrDefault(run => run.Id == id) ?? throw ApiFailure.NotFound();
    }

    private static async Task<JsonObject> ShapeAsync(ApiRequest request, WorkflowRun run) =>
        WorkflowJson.Run(run, CommitJson.Mention(await request.Repository.Git.CommitAsync(run.HeadSha, request.Cancellation)), Viewpoint.Of(request));

    private static async Task<ApiResponse> OfWorkflowAsync(ApiRequest request)
    {
        Workflow workflow = await WorkflowRoutes.FindAsync(request);
        return await ListAsync(request, request.Repository.Workflows.Runs.Where(run => run.Workflow == workflow));
    }

    private static async Task<ApiResponse> ListAsync(ApiRequest request, IEnumerable<WorkflowRun> runs)
    {
        WorkflowRun[] found =
        [
            .. runs.Where(run => request.Query("branch") is not { } branch || run.HeadBranch == branch)
                .Where(run => request.Query("event") is not { } name || run.Event == name)
                .Where(run => request.Query("check_suite_id") is not { } suite || $"{run.Suite.Id}" == suite)
                .Where(run => request.Query("head_sha") is not { } sha || run.HeadSha == sha)
                .Where(run => request.Query("status") is not { } status || run.Status == status || run.Conclusion == status)
                .OrderByDescending(run => run.Id),
        ];
        return await Paging.CountedAsync(request, "workflow_runs", found, run => ShapeAsync(request, run));
    }

    private static async Task<ApiResponse> JobsAsync(ApiRequest request)
    {
        WorkflowRun run = Find(request);
        var view = Viewpoint.Of(request);
        return await Paging.CountedAsync(request, "jobs", run.Jobs, job => Task.FromResult(WorkflowJson.Job(job, run, view)));
    }

    private static Task<ApiResponse> CancelAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        WorkflowRun run = Find(request);
        if (run.Status == "completed")
            throw ApiFailure.With(409, "Cannot cancel a workflow run that is completed.");

        (run.Status, run.Conclusion, run.UpdatedAt) = ("completed", "cancelled", request.Now);
        run.Gates.Clear();
        return Task.FromResult(ApiResponse.Json(new JsonObject(), 202));
    }

    // A run that a person has to let go first.
    private static Task<ApiResponse> ApproveAsync(ApiRequest request)
    {
        request.Require(Role.Write);
        WorkflowRun run = Find(request);
        if (run.Conclusion != "action_required")
            throw ApiFailure.With(403, "This run is not from a fork pull request or queued by the Actions bot");

        (run.Status, run.Conclusion, run.UpdatedAt) = ("queued", null, request.Now);
        return Task.FromResult(ApiResponse.Json(new JsonObject(), 201));
    }

    private static Task<ApiResponse> RerunAsync(ApiRequest request, bool onlyFailed)
    {
        request.Require(Role.Write);
        WorkflowRun run = Find(request);
        if (run.Status != "completed")
            throw ApiFailure.With(403, "The workflow run is already running");

        (run.Status, run.Conclusion, run.UpdatedAt) = ("queued", null, request.Now);
        run.Attempt++;
        run.Jobs.RemoveAll(job => !onlyFailed || job.Conclusion is not ("success" or "skipped"));
        return Task.FromResult(ApiResponse.Json(new JsonObject(), 201));
    }

    private static (WorkflowJob Job, WorkflowRun Run) FindJob(ApiRequest request)
    {
        long id = request.Number("job_id");
        foreach (WorkflowRun run in request.Repository.Workflows.Runs)
        {
            if (run.Jobs.FirstOrDefault(job => job.Id == id) is { } found)
                return (found, run);
        }

        throw ApiFailure.NotFound();
    }

    private static Task<ApiResponse> JobAsync(ApiRequest request)
    {
        (WorkflowJob job, WorkflowRun run) = FindJob(request);
        return Task.FromResult(ApiResponse.Json(WorkflowJson.Job(job, run, Viewpoint.Of(request))));
    }

    // GitHub sends clients to a storage host, with a signature in the address instead of the token.
    private static Task<ApiResponse> LogsAsync(ApiRequest request)
    {
        (WorkflowJob job, _) = FindJob(request);
        return Task.FromResult(ApiResponse.Redirect($"{request.Address.Web}/_local/logs/{request.Repository.FullName}/{job.Id}?sig={job.Signature}"));
    }

    private static Task<ApiResponse> LogTextAsync(ApiRequest request)
    {
        (WorkflowJob job, _) = FindJob(request);
        return request.Query("sig") == job.Signature ? Task.FromResult(ApiResponse.Text(job.Log)) : throw ApiFailure.With(403, "Signature did not match.");
    }
}
