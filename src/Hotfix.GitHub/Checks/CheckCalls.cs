using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Checks;

/// <summary>Reads both of GitHub's APIs for results: check runs and commit statuses.</summary>
internal sealed class CheckCalls(GitHubApi api)
{
    /// <summary>Check runs and commit statuses of a commit, the newest of each name and app.</summary>
    public Task<IReadOnlyList<CheckResult>> ListAsync(CommitSha commit, CancellationToken cancellationToken) =>
        ListAsync(commit, Hurdles.Unknown, cancellationToken);

    /// <summary>As above; where it is known that there are no commit statuses, they are not asked for.</summary>
    public async Task<IReadOnlyList<CheckResult>> ListAsync(CommitSha commit, Hurdles known, CancellationToken cancellationToken)
    {
        List<CheckRunAnswer> runs = [];
        var runsCall = new Call($"list the check runs of {commit.Short}", api.InRepository($"commits/{commit}/check-runs?filter=latest&per_page=100"));
        await foreach (CheckRunsAnswer page in api.PagesAsync<CheckRunsAnswer>(runsCall, cancellationToken))
            runs.AddRange(page.CheckRuns);

        List<CombinedStatusAnswer.StatusAnswer> statuses = known.HaveStatuses == false ? [] : await ListStatusesAsync(commit, cancellationToken);
        IReadOnlyList<CheckRunAnswer> newest = await NewestAsync(commit, runs, cancellationToken);
        return [.. newest.Select(run => run.ToResult()), .. statuses.DistinctBy(status => status.Context).Select(status => status.ToResult())];
    }

    private async Task<List<CombinedStatusAnswer.StatusAnswer>> ListStatusesAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        List<CombinedStatusAnswer.StatusAnswer> statuses = [];
        var call = new Call($"list the commit statuses of {commit.Short}", api.InRepository($"commits/{commit}/status?per_page=100"));
        await foreach (CombinedStatusAnswer page in api.PagesAsync<CombinedStatusAnswer>(call, cancellationToken))
            statuses.AddRange(page.Statuses);

        return statuses;
    }

    /// <summary>
    /// "Latest" is per check suite, so of one name and app there may be several: two workflows with a job of one name, which both count, or one workflow
    /// that ran twice for the same event, of which the newer run counts. Only the workflow runs tell the two apart, and they are asked for only where it
    /// matters.
    /// </summary>
    private async Task<IReadOnlyList<CheckRunAnswer>> NewestAsync(CommitSha commit, IReadOnlyList<CheckRunAnswer> runs, CancellationToken cancellationToken)
    {
        CheckRunAnswer[] latest = [.. Newest(runs, run => run.CheckSuite?.Id ?? -run.Id)];
        bool differ = latest
            .GroupBy(run => (run.Name, run.App?.Id))
            .Any(same => same.Count() > 1 && same.Any(run => run.ToResult().State != CheckState.Passed));
        if (!differ)
            return [.. Newest(latest, _ => 0)];

        ILookup<long?, WorkflowRunAnswer> behind = (await new CommitRuns(api).ListAsync(commit, cancellationToken)).ToLookup(run => run.CheckSuiteId);
        return [.. Newest(latest, Origin)];

        object Origin(CheckRunAnswer run) =>
            run.CheckSuite?.Id is { } suite
                ? behind[suite].FirstOrDefault() is { Path: { } path } workflowRun
                    ? (path, workflowRun.Event)
                    : suite
                : -run.Id;
    }

    /// <summary>Ids grow; <c>started_at</c> may be missing.</summary>
    private static IEnumerable<CheckRunAnswer> Newest(IEnumerable<CheckRunAnswer> runs, Func<CheckRunAnswer, object> origin) =>
        runs.GroupBy(run => (run.Name, run.App?.Id, origin(run))).Select(same => same.MaxBy(run => run.Id)!);
}
