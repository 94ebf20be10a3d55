using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Reads one repository on GitHub. Repeated reads are conditional: an unchanged answer costs no rate limit.</summary>
public interface IGitHubReader
{
    /// <summary>REST: <c>GET /user</c>. <c>null</c> for a credential without a user, such as an App's.</summary>
    Task<string?> ReadLoginAsync(CancellationToken cancellationToken);

    /// <summary>REST: <c>GET /repos/{owner}/{repo}</c>.</summary>
    Task<RepositorySettings> ReadRepositoryAsync(CancellationToken cancellationToken);

    /// <summary>All pull requests, whatever their state, whose head is this branch of this repository, newest first. REST: <c>GET …/pulls?state=all&amp;head=</c>.</summary>
    Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(BranchName head, CancellationToken cancellationToken);

    /// <summary>Merged pull requests since then whose head branch begins so, the newest change first; stops once it has that many. REST: <c>GET …/pulls?state=closed&amp;sort=updated</c>, by pages.</summary>
    Task<IReadOnlyList<PullRequest>> ListMergedPullRequestsAsync(string headPrefix, DateTimeOffset since, int most, CancellationToken cancellationToken);

    /// <summary>REST: <c>GET …/pulls/{number}</c>.</summary>
    Task<PullRequest> ReadPullRequestAsync(int number, CancellationToken cancellationToken);

    /// <summary>The pull request that a commit of the base branch came from; <c>null</c> when none. REST: <c>GET …/commits/{sha}/pulls</c>.</summary>
    Task<PullRequest?> FindPullRequestOfCommitAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>Rulesets and classic protection together. REST: <c>GET …/rules/branches/{branch}</c>, <c>GET …/branches/{branch}/protection</c>.</summary>
    Task<BranchRules> ReadRulesAsync(BranchName branch, CancellationToken cancellationToken);

    /// <summary>Check runs and commit statuses of a commit, the newest of each name and app.</summary>
    Task<IReadOnlyList<CheckResult>> ListChecksAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>
    /// Check suites of a commit with the workflow runs behind them, oldest first: what runs, and what waits for somebody's approval. Conditional.
    /// REST: <c>GET …/commits/{sha}/check-suites</c>, <c>GET …/actions/runs?head_sha=</c>; without the permission for the second, names and pages of runs are missing.
    /// </summary>
    Task<IReadOnlyList<CheckSuite>> ListCheckSuitesAsync(CommitSha commit, CancellationToken cancellationToken);

    /// <summary>The last lines of the step that failed in a check run of GitHub Actions; empty when there is no log to be had.</summary>
    Task<IReadOnlyList<string>> ReadFailureAsync(CheckResult check, int lines, CancellationToken cancellationToken);

    /// <summary>Submitted reviews, oldest first.</summary>
    Task<IReadOnlyList<Review>> ListReviewsAsync(int number, CancellationToken cancellationToken);

    /// <summary>
    /// Conversations, awaited code owners and the merge queue. GraphQL: every request counts against its limit, so the answer is kept until the pull request
    /// itself has changed (state, head, <c>mergeable_state</c>, <c>updated_at</c>), and is asked for anew at once with <paramref name="isRefresh"/>: right after a change
    /// of ours, and now and then while it is in a queue, whose positions REST does not show.
    /// </summary>
    Task<MergeDetail> ReadMergeDetailAsync(PullRequest pullRequest, bool isRefresh, CancellationToken cancellationToken);

    /// <summary>How many commits of the base branch the head lacks; 0 when it is up to date. Conditional. REST: <c>GET …/compare/{base}...{head}</c>.</summary>
    Task<int> CountCommitsBehindAsync(BranchName baseBranch, CommitSha head, CancellationToken cancellationToken);

    /// <summary>Who pushed to a branch last; <c>null</c> when this server or this credential does not tell. Conditional. REST: <c>GET …/activity?ref=</c>.</summary>
    Task<string?> FindLastPusherAsync(BranchName branch, CancellationToken cancellationToken);

    /// <summary>The release of a tag, drafts included; <c>null</c> when there is none.</summary>
    Task<PublishedRelease?> FindReleaseAsync(ReleaseTag tag, CancellationToken cancellationToken);

    /// <summary>Published releases that are no prereleases, of the 300 newest. REST: <c>GET …/releases</c>.</summary>
    Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(CancellationToken cancellationToken);

    /// <summary>What <c>/releases/latest</c> answers; <c>null</c> when nothing is published.</summary>
    Task<PublishedRelease?> ReadLatestReleaseAsync(CancellationToken cancellationToken);
}
