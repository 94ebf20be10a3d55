using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Routes;

/// <summary>Workflow runs as a test or drill drives them, from inside the process or through <c>/_local/</c>.</summary>
internal static class RunReports
{
    /// <summary>Adds a queued run of a workflow file on a branch; returns its id. The caller holds the gate.</summary>
    public static async Task<long> StartAsync(HostedRepository repository, string workflowFile, string branch, string @event)
    {
        CancellationToken stopping = repository.Hub.Stopping;
        Workflow workflow = await repository.Workflows.FindAsync(workflowFile, stopping)
            ?? throw ApiFailure.With(404, $"No workflow '{workflowFile}' on {repository.DefaultBranch}.");
        string sha = await repository.Git.ResolveCommitAsync(branch, stopping) ?? throw ApiFailure.With(404, $"No branch '{branch}'.");
        var origin = new RunOrigin(@event, sha, repository.Owner) { Branch = branch };
        return (await RunRoutes.StartAsync(repository, workflow, origin, stopping)).Id;
    }

    /// <summary>All runs, oldest first. The caller holds the gate.</summary>
    public static IReadOnlyList<StartedRun> List(HostedRepository repository) =>
        [
            .. repository.Workflows.Runs.Select(run => new StartedRun(
                run.Id,
                run.Workflow.FileName,
                run.Event,
                run.HeadSha,
                run.HeadBranch,
                run.Status,
                run.Attempt,
                run.Inputs
            )),
        ];

    /// <summary>Brings a run up to date. The caller holds the gate.</summary>
    public static async Task ReportAsync(HostedRepository repository, long runId, WorkflowRunReport report)
    {
        WorkflowRun run = repository.Workflows.Runs.FirstOrDefault(candidate => candidate.Id == runId) ?? throw ApiFailure.With(404, $"No run {runId}.");
        repository.Workflows.Report(run, report, run.Suite);
        await Automatic.AdvanceAsync(repository, repository.Hub.Stopping);
    }
}
