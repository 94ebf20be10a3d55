using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.GitHub.Workflows;

/// <summary>The workflow runs of a commit: what stands behind the check suites of GitHub Actions.</summary>
internal sealed class CommitRuns(GitHubApi api)
{
    /// <summary>
    /// Empty where they cannot be read: runs need a permission of their own (<c>actions:read</c>), and are switched off in some repositories.
    /// </summary>
    public async Task<IReadOnlyList<WorkflowRunAnswer>> ListAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        var call = new Call($"list the workflow runs of {commit.Short}", api.InRepository($"actions/runs?head_sha={commit}&per_page=100"));
        List<WorkflowRunAnswer> runs = [];
        try
        {
            await foreach (WorkflowRunsAnswer page in api.PagesAsync<WorkflowRunsAnswer>(call, cancellationToken))
                runs.AddRange(page.WorkflowRuns);
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e) || GitHubFailure.IsNotFound(e))
        {
            return [];
        }

        return runs;
    }
}
