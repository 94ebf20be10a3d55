using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Answers;
using Hotfix.GitHub.Mapping;

namespace Hotfix.GitHub;

/// <summary>Reads both of GitHub's APIs for results: check runs and commit statuses.</summary>
internal sealed class Checks(GitHubApi api)
{
    public async Task<IReadOnlyList<CheckResult>> ListAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        List<CheckRunAnswer> runs = [];
        var runsCall = new Call($"list the check runs of {commit.Short}", api.InRepository($"commits/{commit}/check-runs?filter=latest&per_page=100"));
        await foreach (CheckRunsAnswer page in api.PagesAsync<CheckRunsAnswer>(runsCall, cancellationToken))
            runs.AddRange(page.CheckRuns);

        List<CombinedStatusAnswer.StatusAnswer> statuses = [];
        var statusCall = new Call($"list the commit statuses of {commit.Short}", api.InRepository($"commits/{commit}/status?per_page=100"));
        await foreach (CombinedStatusAnswer page in api.PagesAsync<CombinedStatusAnswer>(statusCall, cancellationToken))
            statuses.AddRange(page.Statuses);

        return [.. Newest(runs).Select(run => run.ToResult()), .. statuses.DistinctBy(status => status.Context).Select(status => status.ToResult())];
    }

    /// <summary>"Latest" is per check suite, and two events make two suites with jobs of the same name. Ids grow; <c>started_at</c> may be missing.</summary>
    private static IEnumerable<CheckRunAnswer> Newest(IEnumerable<CheckRunAnswer> runs) =>
        runs.GroupBy(run => (run.Name, run.App?.Id)).Select(same => same.MaxBy(run => run.Id)!);
}
