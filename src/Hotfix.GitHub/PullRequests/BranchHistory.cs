using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.GitHub.PullRequests;

/// <summary>What happened to a branch, as far as a merge has to know.</summary>
internal sealed class BranchHistory(GitHubApi api)
{
    /// <summary>The second page: the first one carries the patches of up to 300 files, which nobody asked for.</summary>
    private const string Little = "per_page=1&page=2";

    /// <summary>How many commits of the base branch the head lacks; 0 when it is up to date. Conditional. REST: <c>GET …/compare/{base}...{head}</c>.</summary>
    public async Task<int> CountBehindAsync(BranchName baseBranch, CommitSha head, CancellationToken cancellationToken)
    {
        var call = new Call($"compare {baseBranch} with {head.Short}", api.InRepository($"compare/{Call.Escape(baseBranch.Value)}...{head}?{Little}"));
        return (await api.GetAsync<CompareAnswer>(call, cancellationToken)).BehindBy;
    }

    /// <summary>GitHub Enterprise Server 3.9 and older has no such list (404), some credentials may not read it (403).</summary>
    public async Task<string?> FindLastPusherAsync(BranchName branch, CancellationToken cancellationToken)
    {
        var call = new Call($"read who pushed to {branch}", api.InRepository($"activity?ref={Uri.EscapeDataString($"refs/heads/{branch}")}&per_page=10"));
        try
        {
            ActivityAnswer[] newestFirst = await api.GetAsync<ActivityAnswer[]>(call, cancellationToken);
            return newestFirst
                .FirstOrDefault(entry => entry.ActivityType is "push" or "force_push" or "branch_creation" or "merge_queue_merge" or "pr_merge")
                ?.Actor?.Login;
        }
        catch (HotfixException e) when (GitHubFailure.IsForbidden(e) || GitHubFailure.IsNotFound(e))
        {
            return null;
        }
    }
}
