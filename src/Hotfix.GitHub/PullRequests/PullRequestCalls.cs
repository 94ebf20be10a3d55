using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Reads pull requests. Raw: Octokit's model fails on a head repository without dates, which GitHub's description allows.</summary>
internal sealed class PullRequestCalls(GitHubApi api)
{
    private const string NewestFirst = "sort=created&direction=desc&per_page=100";
    private (BranchName Head, IReadOnlyList<PullRequest> All)? _listed;
    private PullRequest? _opened;

    /// <summary>REST: <c>GET …/pulls/{number}</c>.</summary>
    public async Task<PullRequest> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var call = new Call($"read pull request #{number}", api.InRepository($"pulls/{number}"));
        return (await api.GetAsync<PullRequestAnswer>(call, cancellationToken)).ToPullRequest();
    }

    /// <summary>It was opened here a moment ago, as GitHub's answer says: the next list of its branch is the last one and this one.</summary>
    public void Opened(PullRequest opened) => _opened = opened;

    /// <summary>Of every state, newest first, of this repository's own branch only.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListAsync(BranchName head, CancellationToken cancellationToken)
    {
        (PullRequest? opened, _opened) = (_opened, null);
        if (opened?.HeadBranch == head && _listed is { } before && before.Head == head && before.All.All(one => one.Number != opened.Number))
            return [opened, .. before.All];

        string filter = Uri.EscapeDataString($"{api.Owner}:{head}");
        var call = new Call($"list the pull requests of {head}", api.InRepository($"pulls?state=all&head={filter}&{NewestFirst}"));
        IReadOnlyList<PullRequestAnswer> answers = await api.ListAsync<PullRequestAnswer>(call, cancellationToken);
        // an unknown filter value makes GitHub list everything, so the branch is compared here as well
        PullRequest[] own = [.. Own(answers).Where(pullRequest => pullRequest.HeadBranch == head)];
        for (int at = 0; at < own.Length; at++)
        {
            own[at] = own[at] with
            {
                IsForeign =
                    own[at].State != PullRequestState.Merged && !await api.Connection.Authors.AreOursAsync(own[at].Author, own[at].Url, cancellationToken),
            };
        }

        _listed = (head, own);
        return own;
    }

    /// <summary>Merged ones since then, newest change first; page by page until all of one changed before.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListMergedAsync(string headPrefix, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var call = new Call("list the pull requests that were closed last", api.InRepository("pulls?state=closed&sort=updated&direction=desc&per_page=100"));
        var found = new List<PullRequest>();
        await foreach (PullRequestAnswer[] page in api.PagesAsync<PullRequestAnswer[]>(call, cancellationToken))
        {
            found.AddRange(Own(page).Where(one => one.MergedAt >= since && one.HeadBranch.Value.StartsWith(headPrefix, StringComparison.Ordinal)));
            if (found.Count >= most || page.All(answer => answer.UpdatedAt < since))
                break;
        }

        return found;
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
