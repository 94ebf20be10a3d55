using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Workflows, their runs and jobs.</summary>
internal static class WorkflowJson
{
    public static JsonObject Of(Workflow workflow, string name, Viewpoint view) =>
        new()
        {
            ["id"] = workflow.Id,
            ["node_id"] = $"W_{workflow.Id}",
            ["name"] = name,
            ["path"] = workflow.Path,
            ["state"] = workflow.Disabled ? "disabled_manually" : "active",
            ["created_at"] = JsonText.Time(workflow.At),
            ["updated_at"] = JsonText.Time(workflow.At),
            ["url"] = $"{view.Api}/actions/workflows/{workflow.Id}",
            ["html_url"] = $"{view.Web}/blob/{view.Repository.DefaultBranch}/{workflow.Path}",
            ["badge_url"] = $"{view.Web}/actions/workflows/{workflow.FileName}/badge.svg",
        };

    public static JsonObject Run(WorkflowRun run, JsonObject headCommit, Viewpoint view)
    {
        JsonObject body = Addresses(run, view);
        body["id"] = run.Id;
        body["name"] = run.WorkflowName;
        body["node_id"] = $"WFR_{run.Id}";
        body["head_branch"] = run.HeadBranch;
        body["head_sha"] = run.HeadSha;
        body["path"] = run.Workflow.Path;
        body["run_number"] = run.Number;
        body["run_attempt"] = run.Attempt;
        body["event"] = run.Event;
        body["status"] = run.Status;
        body["conclusion"] = run.Conclusion;
        body["check_suite_id"] = run.Suite.Id;
        body["check_suite_node_id"] = $"CS_{run.Suite.Id}";
        body["workflow_id"] = run.Workflow.Id;
        body["pull_requests"] = CheckJson.PullRequests(run.HeadSha, view);
        body["created_at"] = JsonText.Time(run.CreatedAt);
        body["updated_at"] = JsonText.Time(run.UpdatedAt);
        body["run_started_at"] = JsonText.Time(run.CreatedAt);
        body["actor"] = view.User(run.Actor);
        body["triggering_actor"] = view.User(run.Actor);
        body["head_commit"] = headCommit;
        body["repository"] = RepositoryJson.Minimal(view);
        body["head_repository"] = RepositoryJson.Minimal(view);
        body["display_title"] = run.Title;
        return body;
    }

    public static JsonObject Job(WorkflowJob job, WorkflowRun run, Viewpoint view) =>
        new()
        {
            ["id"] = job.Id,
            ["run_id"] = run.Id,
            ["run_url"] = $"{view.Api}/actions/runs/{run.Id}",
            ["run_attempt"] = run.Attempt,
            ["node_id"] = $"J_{job.Id}",
            ["head_sha"] = run.HeadSha,
            ["url"] = $"{view.Api}/actions/jobs/{job.Id}",
            ["html_url"] = $"{view.Web}/actions/runs/{run.Id}/job/{job.Id}",
            ["status"] = job.Status,
            ["conclusion"] = job.Conclusion,
            ["created_at"] = JsonText.Time(run.CreatedAt),
            ["started_at"] = JsonText.Time(job.Check.StartedAt),
            ["completed_at"] = JsonText.Time(job.Check.CompletedAt),
            ["name"] = job.Name,
            ["steps"] = JsonText.Array(job.Steps.Select((step, index) => Step(step, index + 1, job))),
            ["check_run_url"] = $"{view.Api}/check-runs/{job.Check.Id}",
            ["labels"] = new JsonArray("ubuntu-latest"),
            ["runner_id"] = null,
            ["runner_name"] = null,
            ["runner_group_id"] = null,
            ["runner_group_name"] = null,
            ["workflow_name"] = run.WorkflowName,
            ["head_branch"] = run.HeadBranch,
        };

    private static JsonObject Step(WorkflowStepReport step, int number, WorkflowJob job) =>
        new()
        {
            ["name"] = step.Name,
            ["status"] = step.Conclusion is null ? "in_progress" : "completed",
            ["conclusion"] = step.Conclusion,
            ["number"] = number,
            ["started_at"] = JsonText.Time(job.Check.StartedAt),
            ["completed_at"] = step.Conclusion is null ? null : JsonText.Time(job.Check.CompletedAt ?? job.Check.StartedAt),
        };

    private static JsonObject Addresses(WorkflowRun run, Viewpoint view)
    {
        string api = $"{view.Api}/actions/runs/{run.Id}";
        return new JsonObject
        {
            ["url"] = api,
            ["html_url"] = $"{view.Web}/actions/runs/{run.Id}",
            ["jobs_url"] = $"{api}/jobs",
            ["logs_url"] = $"{api}/logs",
            ["check_suite_url"] = $"{view.Api}/check-suites/{run.Suite.Id}",
            ["artifacts_url"] = $"{api}/artifacts",
            ["cancel_url"] = $"{api}/cancel",
            ["rerun_url"] = $"{api}/rerun",
            ["previous_attempt_url"] = null,
            ["workflow_url"] = $"{view.Api}/actions/workflows/{run.Workflow.Id}",
        };
    }
}
