using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Checks;

/// <summary>Reads check suites, and the workflow runs behind those of GitHub Actions: only the runs have names and pages.</summary>
internal sealed class CheckSuites(GitHubApi api)
{
    /// <summary>
    /// Check suites of a commit with the workflow runs behind them, oldest first: what runs, and what waits for somebody's approval. Conditional.
    /// REST: <c>GET …/commits/{sha}/check-suites</c>, <c>GET …/actions/runs?head_sha=</c>; without the permission for the second, names and pages of runs are
    /// missing.
    /// </summary>
    public async Task<IReadOnlyList<CheckSuite>> ListAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        List<CheckSuitesAnswer.SuiteAnswer> suites = [];
        var call = new Call($"list the check suites of {commit.Short}", api.InRepository($"commits/{commit}/check-suites?per_page=100"));
        await foreach (CheckSuitesAnswer page in api.PagesAsync<CheckSuitesAnswer>(call, cancellationToken))
            suites.AddRange(page.CheckSuites);

        ILookup<long?, WorkflowRunAnswer> runs = (await new CommitRuns(api).ListAsync(commit, cancellationToken)).ToLookup(run => run.CheckSuiteId);
        return [.. suites.OrderBy(suite => suite.Id).Select(suite => suite.ToSuite(runs[suite.Id].MaxBy(run => run.Id)))];
    }
}
