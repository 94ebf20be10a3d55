using System.Net;
using Hotfix.Core.Errors;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Deployments;

namespace Hotfix.GitHub.Workflows;

/// <summary>Starts, stops and restarts runs, each once however often its answer is lost.</summary>
internal sealed class WorkflowStarting(GitHubApi api, WorkflowCalls workflows)
{
    private const int NewestRuns = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>How long a run that was just started may take to show.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>How long it is looked for after an answer was lost, before it is started again: GitHub shows a run within a few seconds.</summary>
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromSeconds(20);

    /// <summary>Clocks differ, and GitHub's times are whole seconds.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    public async Task<WorkflowRun> DispatchAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken)
    {
        if (await FindByTitleAsync(dispatch, cancellationToken) is { } present)
            return present;

        IReadOnlyList<WorkflowRun> before = dispatch.CorrelationInput is null
            ? await workflows.ListRunsAsync(dispatch.File, NewestRuns, cancellationToken)
            : [];
        Settled<WorkflowRun> run = await LostAnswer.SettleAsync(
            api.Connection,
            async () => new Settled<WorkflowRun>(await StartAsync(dispatch, before, cancellationToken), WasFound: false),
            () => AwaitAsync(Finder(dispatch, before, cancellationToken), LongestDoubt, cancellationToken),
            cancellationToken
        );
        return run.Value;
    }

    public async Task CancelAsync(long runId, CancellationToken cancellationToken)
    {
        if (await workflows.FindRunAsync(runId, cancellationToken) is null or { IsOver: true })
            return;

        var call = new Call($"stop run {runId}", api.InRepository($"actions/runs/{runId}/cancel"), IsWrite: true);
        try
        {
            await LostAnswer.RepeatAsync<object>(
                api.Connection,
                async () => await api.TryPostAsync<EmptyBody>(call, new EmptyBody(), cancellationToken),
                cancellationToken
            );
        }
        catch (HotfixException e) when (GitHubFailure.IsConflict(e))
        {
            // it ended meanwhile
        }
    }

    public async Task RerunFailedAsync(long runId, int attempt, CancellationToken cancellationToken)
    {
        var call = new Call($"run the failed jobs of {runId} again", api.InRepository($"actions/runs/{runId}/rerun-failed-jobs"), IsWrite: true);
        if (await FindAttemptAsync() is null)
        {
            await LostAnswer.SettleAsync<object>(
                api.Connection,
                async () => new Settled<object>(await api.TryPostAsync<EmptyBody>(call, new EmptyBody(), cancellationToken), WasFound: false),
                async () => await FindAttemptAsync(),
                cancellationToken
            );
        }

        async Task<WorkflowRun?> FindAttemptAsync() => await workflows.FindRunAsync(runId, cancellationToken) is { } run && run.Attempt > attempt ? run : null;
    }

    private async Task<WorkflowRun> StartAsync(WorkflowDispatch dispatch, IReadOnlyList<WorkflowRun> before, CancellationToken cancellationToken)
    {
        long? id = await RequestAsync(dispatch, cancellationToken);
        Func<Task<WorkflowRun?>> find = id is { } known ? () => workflows.FindRunAsync(known, cancellationToken) : Finder(dispatch, before, cancellationToken);
        return await AwaitAsync(find, Longest, cancellationToken) ?? throw DeployErrors.RunNotFound(dispatch, Longest);
    }

    /// <summary>The run's id; <c>null</c> where GitHub does not tell it (204, as servers do that are older than the flag).</summary>
    private async Task<long?> RequestAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestAsync(dispatch, withDetails: true, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            // A server that does not know the flag may refuse it; one that has another reason refuses again.
            return await RequestAgainAsync(dispatch, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsNotFound(e))
        {
            throw DeployErrors.NotDispatched(dispatch, e, await FindNearAsync(dispatch.File, cancellationToken));
        }
    }

    // The file that was most likely meant; that GitHub did not know this one counts more than why the others cannot be listed.
    private async Task<string?> FindNearAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return NearName.Of(file, (await workflows.ListAsync(cancellationToken)).Select(known => known.FileName));
        }
        catch (HotfixException)
        {
            return null;
        }
    }

    private async Task<long?> RequestAgainAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken)
    {
        try
        {
            return await RequestAsync(dispatch, withDetails: false, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            throw DeployErrors.NotDispatched(dispatch, e);
        }
    }

    private async Task<long?> RequestAsync(WorkflowDispatch dispatch, bool withDetails, CancellationToken cancellationToken)
    {
        var call = new Call($"start {dispatch.File}", api.InRepository($"actions/workflows/{Uri.EscapeDataString(dispatch.File)}/dispatches"), IsWrite: true);
        var inputs = new Dictionary<string, string>(dispatch.Inputs);
        if (dispatch.CorrelationInput is { } input)
            inputs[input] = dispatch.CorrelationId;

        (HttpStatusCode status, DispatchAnswer? answer) = await api.TryPostAsync<DispatchAnswer>(
            call,
            new DispatchBody(dispatch.Branch.Value, inputs, withDetails ? true : null),
            cancellationToken
        );
        return status == HttpStatusCode.OK ? answer?.WorkflowRunId : null;
    }

    private Func<Task<WorkflowRun?>> Finder(WorkflowDispatch dispatch, IReadOnlyList<WorkflowRun> before, CancellationToken cancellationToken)
    {
        DateTimeOffset since = api.Connection.Clock.GetUtcNow() - Slack;
        return () =>
            dispatch.CorrelationInput is null ? FindOnlyNewAsync(dispatch, before, since, cancellationToken) : FindByTitleAsync(dispatch, cancellationToken);
    }

    private async Task<WorkflowRun?> AwaitAsync(Func<Task<WorkflowRun?>> find, TimeSpan longest, CancellationToken cancellationToken)
    {
        DateTimeOffset end = api.Connection.Time.GetUtcNow() + longest;
        while (true)
        {
            if (await find() is { } run)
                return run;

            if (api.Connection.Time.GetUtcNow() >= end)
                return null;

            await Task.Delay(Poll, api.Connection.Time, cancellationToken);
        }
    }

    private async Task<WorkflowRun?> FindByTitleAsync(WorkflowDispatch dispatch, CancellationToken cancellationToken) =>
        dispatch.CorrelationInput is null
            ? null
            : (await workflows.ListRunsAsync(dispatch.File, NewestRuns, cancellationToken)).FirstOrDefault(run =>
                run.Event == WorkflowRun.Dispatched && run.Title.Contains(dispatch.CorrelationId, StringComparison.Ordinal)
            );

    /// <summary>The one dispatched run that was not there before; several would be a guess.</summary>
    private async Task<WorkflowRun?> FindOnlyNewAsync(
        WorkflowDispatch dispatch,
        IReadOnlyList<WorkflowRun> before,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        WorkflowRun[] fresh =
        [
            .. (await workflows.ListRunsAsync(dispatch.File, NewestRuns, cancellationToken)).Where(run =>
                run.Event == WorkflowRun.Dispatched
                && run.HeadBranch == dispatch.Branch.Value
                && run.CreatedAt >= since
                && before.All(known => known.Id != run.Id)
            ),
        ];
        return fresh is [var only] ? only : null;
    }
}
