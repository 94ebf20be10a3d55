using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Reads pull requests. Raw: Octokit's model fails on a head repository without dates, which GitHub's description allows.</summary>
internal sealed class PullRequestCalls(GitHubApi api)
{
    private const string NewestFirst = "sort=created&direction=desc&per_page=100";

    public async Task<PullRequest> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var call = new Call($"read pull request #{number}", api.InRepository($"pulls/{number}"));
        return (await api.GetAsync<PullRequestAnswer>(call, cancellationToken)).ToPullRequest();
    }

    /// <summary>Of every state, newest first, of this repository's own branch only.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListAsync(BranchName head, CancellationToken cancellationToken)
    {
        string filter = Uri.EscapeDataString($"{api.Owner}:{head}");
        var call = new Call($"list the pull requests of {head}", api.InRepository($"pulls?state=all&head={filter}&{NewestFirst}"));
        IReadOnlyList<PullRequestAnswer> answers = await api.ListAsync<PullRequestAnswer>(call, cancellationToken);
        // an unknown filter value makes GitHub list everything, so the branch is compared here as well
        return [.. Own(answers).Where(pullRequest => pullRequest.HeadBranch == head)];
    }

    /// <summary>One page: more than a hundred open pull requests hide the oldest.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, CancellationToken cancellationToken)
    {
        var call = new Call("list the open pull requests", api.InRepository($"pulls?state=open&{NewestFirst}"));
        PullRequestAnswer[] answers = await api.GetAsync<PullRequestAnswer[]>(call, cancellationToken);
        return [.. Own(answers).Where(pullRequest => pullRequest.HeadBranch.Value.StartsWith(headPrefix, StringComparison.Ordinal))];
    }

    public async Task<IReadOnlyList<PullRequest>> ListRecentAsync(string headPrefix, CancellationToken cancellationToken)
    {
        var call = new Call("list the pull requests that changed last", api.InRepository("pulls?state=all&sort=updated&direction=desc&per_page=100"));
        PullRequestAnswer[] answers = await api.GetAsync<PullRequestAnswer[]>(call, cancellationToken);
        return [.. Own(answers).Where(pullRequest => pullRequest.HeadBranch.Value.StartsWith(headPrefix, StringComparison.Ordinal))];
    }

    /// <summary>GitHub also lists open ones that contain the commit; only a merged one brought it.</summary>
    public async Task<PullRequest?> FindOfCommitAsync(CommitSha commit, CancellationToken cancellationToken)
    {
        var call = new Call($"find the pull request of commit {commit.Short}", api.InRepository($"commits/{commit}/pulls?per_page=100"));
        try
        {
            IReadOnlyList<PullRequestAnswer> answers = await api.ListAsync<PullRequestAnswer>(call, cancellationToken);
            PullRequest[] merged = [.. answers.Select(answer => answer.ToPullRequest()).Where(found => found.State == PullRequestState.Merged)];
            return merged.FirstOrDefault(found => found.MergeCommitSha == commit) ?? merged.FirstOrDefault();
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            return null; // GitHub does not have the commit
        }
    }

    private static IEnumerable<PullRequest> Own(IEnumerable<PullRequestAnswer> answers) =>
        answers.Where(answer => answer.IsFromOwnRepository()).Select(answer => answer.ToPullRequest());
}
