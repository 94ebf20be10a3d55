using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Deployments;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Workflows;

/// <summary>Workflows and their runs. Raw: Octokit's dispatch does not tell the run, and its models fail on words that are newer than it.</summary>
internal sealed class WorkflowCalls
{
    private readonly GitHubApi _api;
    private readonly FailureLog _failures;
    private readonly WorkflowStarting _starting;

    /// <summary>The connection stays the caller's.</summary>
    public WorkflowCalls(GitHubConnection connection)
    {
        _api = new GitHubApi(connection);
        _failures = new FailureLog(_api);
        _starting = new WorkflowStarting(_api, this);
    }

    /// <summary>What can be dispatched: the files of the default branch. REST: <c>GET …/actions/workflows</c>.</summary>
    public async Task<IReadOnlyList<WorkflowFile>> ListAsync(CancellationToken cancellationToken)
    {
        List<WorkflowFile> found = [];
        await foreach (
            WorkflowsAnswer page in _api.PagesAsync<WorkflowsAnswer>(
                new Call("list the workflows", _api.InRepository("actions/workflows?per_page=100")),
                cancellationToken
            )
        )
        {
            found.AddRange(page.Workflows.Select(workflow => workflow.ToFile()));
        }

        return found;
    }

    /// <summary>
    /// Starts a workflow and returns the very run: by the id that GitHub answers, or where it answers none, the run whose title has the correlation id.
    /// A run that has it already is found, not started again.
    /// </summary>
    /// <exception cref="HotfixException">HF3102 when GitHub does not take it, HF3103 when it was started and its run does not show.</exception>
    public Task<WorkflowRun> DispatchAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken) =>
        _starting.DispatchAsync(dispatch, cancellationToken);

    /// <summary>
    /// REST: <c>POST …/dispatches</c>: starts every workflow that listens to this <c>repository_dispatch</c>. After a lost answer it is not repeated:
    /// two events would be two runs.
    /// </summary>
    public Task SendEventAsync(string type, IReadOnlyDictionary<string, string> payload, CancellationToken cancellationToken)
    {
        var call = new Call($"send the event {type}", _api.InRepository("dispatches"), IsWrite: true);
        return _api.TryPostAsync<EmptyBody>(call, new EventBody(type, payload), cancellationToken);
    }

    /// <summary>The newest runs of a workflow file, newest first, at most 100. REST: <c>GET …/actions/workflows/{file}/runs</c>.</summary>
    public async Task<IReadOnlyList<WorkflowRun>> ListRunsAsync(string file, int limit, CancellationToken cancellationToken)
    {
        var call = new Call(
            $"list the runs of {file}",
            _api.InRepository($"actions/workflows/{Uri.EscapeDataString(file)}/runs?per_page={Math.Clamp(limit, 1, 100)}")
        );
        WorkflowRunsAnswer? answer = await _api.FindAsync<WorkflowRunsAnswer>(call, cancellationToken);
        return [.. (answer?.WorkflowRuns ?? []).OrderByDescending(run => run.Id).Select(run => run.ToRun())];
    }

    /// <summary>REST: <c>GET …/actions/runs/{id}</c>; <c>null</c> when it is gone.</summary>
    public async Task<WorkflowRun?> FindRunAsync(long id, CancellationToken cancellationToken) =>
        (await _api.FindAsync<WorkflowRunAnswer>(new Call($"read run {id}", _api.InRepository($"actions/runs/{id}")), cancellationToken))?.ToRun();

    /// <summary>Jobs of the newest attempt. REST: <c>GET …/actions/runs/{id}/jobs</c>.</summary>
    public async Task<IReadOnlyList<WorkflowJob>> ListJobsAsync(long runId, CancellationToken cancellationToken)
    {
        List<WorkflowJob> found = [];
        var call = new Call($"list the jobs of run {runId}", _api.InRepository($"actions/runs/{runId}/jobs?filter=latest&per_page=100"));
        await foreach (RunJobsAnswer page in _api.PagesAsync<RunJobsAnswer>(call, cancellationToken))
            found.AddRange(page.Jobs.Select(job => job.ToJob()));

        return found;
    }

    /// <summary>What holds the run. REST: <c>GET …/actions/runs/{id}/pending_deployments</c>.</summary>
    public async Task<IReadOnlyList<RunGate>> ListGatesAsync(long runId, CancellationToken cancellationToken)
    {
        var call = new Call($"read what holds run {runId}", _api.InRepository($"actions/runs/{runId}/pending_deployments"));
        GateAnswer[] gates = await _api.GetAsync<GateAnswer[]>(call, cancellationToken);
        return [.. gates.Select(gate => gate.ToGate(_api.Owner))];
    }

    /// <summary>The last lines of the step that failed; empty when there is no log to be had, which is never a failure of ours.</summary>
    public Task<IReadOnlyList<string>> ReadFailureAsync(WorkflowJob job, int lines, CancellationToken cancellationToken)
    {
        // An Actions job is also a check run of the same id.
        var check = new CheckResult(job.Name, CheckKind.CheckRun, AppId: null, CheckState.Failed, job.Detail, job.Url, job.Id, Summary: "");
        return _failures.ReadAsync(check, lines, cancellationToken);
    }

    /// <summary>Asks GitHub to stop a run; done when it is over already. REST: <c>POST …/actions/runs/{id}/cancel</c>.</summary>
    public Task CancelAsync(long runId, CancellationToken cancellationToken) => _starting.CancelAsync(runId, cancellationToken);

    /// <summary>
    /// Runs the failed jobs again, once: an attempt beyond <paramref name="attempt"/> counts as done. REST: <c>POST
    /// …/actions/runs/{id}/rerun-failed-jobs</c>.
    /// </summary>
    public Task RerunFailedAsync(long runId, int attempt, CancellationToken cancellationToken) => _starting.RerunFailedAsync(runId, attempt, cancellationToken);
}
