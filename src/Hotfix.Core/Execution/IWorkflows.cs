using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Workflows of one repository and their runs.</summary>
public interface IWorkflows
{
    /// <summary>What can be dispatched: the files of the default branch. REST: <c>GET …/actions/workflows</c>.</summary>
    Task<IReadOnlyList<WorkflowFile>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Starts a workflow and returns the very run: by the id that GitHub answers, or where it answers none, the run whose title has the correlation id.
    /// A run that has it already is found, not started again.
    /// </summary>
    /// <exception cref="Errors.HotfixException">HF3102 when GitHub does not take it, HF3103 when it was started and its run does not show.</exception>
    Task<WorkflowRun> DispatchAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/dispatches</c>: starts every workflow that listens to this <c>repository_dispatch</c>. After a lost answer it is not repeated: two events would be two runs.</summary>
    Task SendEventAsync(string type, IReadOnlyDictionary<string, string> payload, CancellationToken cancellationToken);

    /// <summary>The newest runs of a workflow file, newest first, at most 100. REST: <c>GET …/actions/workflows/{file}/runs</c>.</summary>
    Task<IReadOnlyList<WorkflowRun>> ListRunsAsync(string file, int limit, CancellationToken cancellationToken);

    /// <summary>REST: <c>GET …/actions/runs/{id}</c>; <c>null</c> when it is gone.</summary>
    Task<WorkflowRun?> FindRunAsync(long id, CancellationToken cancellationToken);

    /// <summary>Jobs of the newest attempt. REST: <c>GET …/actions/runs/{id}/jobs</c>.</summary>
    Task<IReadOnlyList<WorkflowJob>> ListJobsAsync(long runId, CancellationToken cancellationToken);

    /// <summary>What holds the run. REST: <c>GET …/actions/runs/{id}/pending_deployments</c>.</summary>
    Task<IReadOnlyList<RunGate>> ListGatesAsync(long runId, CancellationToken cancellationToken);

    /// <summary>The last lines of the step that failed; empty when there is no log to be had, which is never a failure of ours.</summary>
    Task<IReadOnlyList<string>> ReadFailureAsync(WorkflowJob job, int lines, CancellationToken cancellationToken);

    /// <summary>Asks GitHub to stop a run; done when it is over already. REST: <c>POST …/actions/runs/{id}/cancel</c>.</summary>
    Task CancelAsync(long runId, CancellationToken cancellationToken);

    /// <summary>Runs the failed jobs again, once: an attempt beyond <paramref name="attempt"/> counts as done. REST: <c>POST …/actions/runs/{id}/rerun-failed-jobs</c>.</summary>
    Task RerunFailedAsync(long runId, int attempt, CancellationToken cancellationToken);
}
