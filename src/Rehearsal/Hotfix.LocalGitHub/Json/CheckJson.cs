using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class CheckJson
{
    /// <summary>The one app here: GitHub Actions, under the id that it has on github.com.</summary>
    public const long ActionsAppId = 15368;

    public static JsonObject Of(CheckRun run, Viewpoint view) =>
        new()
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["node_id"] = $"CR_{run.Id}",
            ["head_sha"] = run.HeadSha,
            ["external_id"] = run.ExternalId ?? "",
            ["url"] = $"{view.Api}/check-runs/{run.Id}",
            ["html_url"] = $"{view.Web}/runs/{run.Id}",
            ["details_url"] = run.DetailsUrl ?? $"{view.Web}/runs/{run.Id}",
            ["status"] = run.Status,
            ["conclusion"] = run.Conclusion,
            ["started_at"] = JsonText.Time(run.StartedAt),
            ["completed_at"] = JsonText.Time(run.CompletedAt),
            ["output"] = new JsonObject
            {
                ["title"] = run.Title,
                ["summary"] = run.Summary,
                ["text"] = run.Text,
                ["annotations_count"] = 0,
                ["annotations_url"] = $"{view.Api}/check-runs/{run.Id}/annotations",
            },
            ["check_suite"] = new JsonObject { ["id"] = run.Suite.Id },
            ["app"] = App(view),
            ["pull_requests"] = PullRequests(run.HeadSha, view),
        };

    public static JsonObject Suite(CheckSuite suite, JsonObject headCommit, Viewpoint view)
    {
        CheckRun[] runs = [.. view.Repository.CheckRuns.Where(run => run.Suite == suite)];
        WorkflowRun? workflowRun = view.Repository.Workflows.Runs.FirstOrDefault(run => run.Suite == suite);
        bool done = workflowRun is null ? runs.Length > 0 && runs.All(run => run.Status == "completed") : workflowRun.Status == "completed";
        string ofRuns = runs.All(run => run.Passed) ? "success" : "failure";
        return new JsonObject
        {
            ["id"] = suite.Id,
            ["node_id"] = $"CS_{suite.Id}",
            ["head_branch"] = suite.HeadBranch,
            ["head_sha"] = suite.HeadSha,
            ["status"] = done ? "completed" : workflowRun?.Status ?? (runs.Length == 0 ? "queued" : "in_progress"),
            ["conclusion"] = !done ? null : workflowRun?.Conclusion ?? ofRuns,
            ["url"] = $"{view.Api}/check-suites/{suite.Id}",
            ["before"] = null,
            ["after"] = suite.HeadSha,
            ["pull_requests"] = PullRequests(suite.HeadSha, view),
            ["app"] = App(view),
            ["repository"] = RepositoryJson.Minimal(view),
            ["created_at"] = JsonText.Time(suite.CreatedAt),
            ["updated_at"] = JsonText.Time(suite.CreatedAt),
            ["head_commit"] = headCommit,
            ["latest_check_runs_count"] = runs.Length,
            ["check_runs_url"] = $"{view.Api}/check-suites/{suite.Id}/check-runs",
        };
    }

    public static JsonArray PullRequests(string sha, Viewpoint view) =>
        JsonText.Array(
            view.Repository.PullRequests.Values.Where(pull => pull.HeadSha == sha && pull.Issue.Open).Select(pull => PullRequestJson.Minimal(pull, view))
        );

    private static JsonObject App(Viewpoint view) =>
        new()
        {
            ["id"] = ActionsAppId,
            ["slug"] = "github-actions",
            ["node_id"] = $"A_{ActionsAppId}",
            ["owner"] = view.User(view.Repository.Owner),
            ["name"] = "GitHub Actions",
            ["description"] = "Stands in for whatever reports checks",
            ["external_url"] = $"{view.Address.Web}/features/actions",
            ["html_url"] = $"{view.Address.Web}/apps/github-actions",
            ["created_at"] = "2018-07-30T09:30:17Z",
            ["updated_at"] = "2024-04-10T20:33:16Z",
            ["permissions"] = new JsonObject
            {
                ["checks"] = "write",
                ["metadata"] = "read",
                ["statuses"] = "write",
            },
            ["events"] = new JsonArray("workflow_dispatch"),
        };
}
