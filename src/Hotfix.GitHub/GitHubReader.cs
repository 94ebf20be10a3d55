using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Rules;
using Hotfix.GitHub.Trust;

namespace Hotfix.GitHub;

/// <summary>Reads one repository over a connection; a table of contents of the API areas.</summary>
public sealed class GitHubReader
{
    private readonly Authors _authors;
    private readonly CheckCalls _checks;
    private readonly BranchHistory _branches;
    private readonly CheckSuites _suites;
    private readonly MergeDetails _details;
    private readonly FailureLog _failures;
    private readonly PullRequestCalls _pullRequests;
    private readonly ReleaseCalls _releases;
    private readonly RepositoryCalls _repositories;
    private readonly Reviews _reviews;
    private readonly RuleCalls _rules;

    /// <summary>The connection stays the caller's.</summary>
    public GitHubReader(GitHubConnection connection)
    {
        var api = new GitHubApi(connection);
        _authors = connection.Authors;
        _checks = new CheckCalls(api);
        _branches = new BranchHistory(api);
        _suites = new CheckSuites(api);
        _details = new MergeDetails(api);
        _failures = new FailureLog(api);
        _pullRequests = new PullRequestCalls(api);
        _releases = new ReleaseCalls(api);
        _repositories = new RepositoryCalls(api);
        _reviews = new Reviews(api);
        _rules = new RuleCalls(api);
    }

    /// <summary>REST: <c>GET /user</c>. <c>null</c> for a credential without a user, such as an App's.</summary>
    public Task<string?> ReadLoginAsync(CancellationToken cancellationToken) => _repositories.ReadLoginAsync(cancellationToken);

    /// <summary>Whether the credential is an App's: for such GitHub signs the commits that it makes. GraphQL's <c>viewer</c>.</summary>
    public Task<bool> IsAppAsync(CancellationToken cancellationToken) => _authors.IsAppAsync(cancellationToken);

    /// <summary>REST: <c>GET /repos/{owner}/{repo}</c>.</summary>
    public Task<RepositorySettings> ReadRepositoryAsync(CancellationToken cancellationToken) => _repositories.ReadAsync(cancellationToken);

    /// <summary>
    /// All pull requests, whatever their state, whose head is this branch of this repository, newest first. REST: <c>GET
    /// …/pulls?state=all&amp;head=</c>.
    /// </summary>
    public Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(BranchName head, CancellationToken cancellationToken) => _pullRequests.ListAsync(head, cancellationToken);

    /// <summary>
    /// Merged pull requests since then whose head branch begins so, the newest change first; stops once it has that many. REST: <c>GET
    /// …/pulls?state=closed&amp;sort=updated</c>, by pages.
    /// </summary>
    public Task<IReadOnlyList<PullRequest>> ListMergedPullRequestsAsync(string headPrefix, DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        _pullRequests.ListMergedAsync(headPrefix, since, most, cancellationToken);

    /// <summary>REST: <c>GET …/pulls/{number}</c>.</summary>
    public Task<PullRequest> ReadPullRequestAsync(int number, CancellationToken cancellationToken) => _pullRequests.ReadAsync(number, cancellationToken);

    /// <summary>The pull request that a commit of the base branch came from; <c>null</c> when none. REST: <c>GET …/commits/{sha}/pulls</c>.</summary>
    public Task<PullRequest?> FindPullRequestOfCommitAsync(CommitSha commit, CancellationToken cancellationToken) => _pullRequests.FindOfCommitAsync(commit, cancellationToken);

    /// <summary>Rulesets and classic protection together. REST: <c>GET …/rules/branches/{branch}</c>, <c>GET …/branches/{branch}/protection</c>.</summary>
    public Task<BranchRules> ReadRulesAsync(BranchName branch, CancellationToken cancellationToken) => _rules.ReadAsync(branch, cancellationToken);

    /// <summary>Check runs and commit statuses of a commit, the newest of each name and app.</summary>
    public Task<IReadOnlyList<CheckResult>> ListChecksAsync(CommitSha commit, CancellationToken cancellationToken) => _checks.ListAsync(commit, cancellationToken);

    /// <summary>The last lines of the step that failed in a check run of GitHub Actions; empty when there is no log to be had.</summary>
    public Task<IReadOnlyList<string>> ReadFailureAsync(CheckResult check, int lines, CancellationToken cancellationToken) => _failures.ReadAsync(check, lines, cancellationToken);

    /// <summary>Submitted reviews, oldest first.</summary>
    public Task<IReadOnlyList<Review>> ListReviewsAsync(int number, CancellationToken cancellationToken) => _reviews.ListAsync(number, cancellationToken);

    /// <summary>
    /// Check suites of a commit with the workflow runs behind them, oldest first: what runs, and what waits for somebody's approval. Conditional.
    /// REST: <c>GET …/commits/{sha}/check-suites</c>, <c>GET …/actions/runs?head_sha=</c>; without the permission for the second, names and pages of runs are missing.
    /// </summary>
    public Task<IReadOnlyList<CheckSuite>> ListCheckSuitesAsync(CommitSha commit, CancellationToken cancellationToken) => _suites.ListAsync(commit, cancellationToken);

    /// <summary>
    /// Conversations, awaited code owners and the merge queue. GraphQL: every request counts against its limit, so the answer is kept until the pull request
    /// itself has changed (state, head, <c>mergeable_state</c>, <c>updated_at</c>), and is asked for anew at once with <paramref name="isRefresh"/>: right after a change
    /// of ours, and now and then while it is in a queue, whose positions REST does not show.
    /// </summary>
    public Task<MergeDetail> ReadMergeDetailAsync(PullRequest pullRequest, bool isRefresh, CancellationToken cancellationToken) => _details.ReadAsync(pullRequest, isRefresh, cancellationToken);

    /// <summary>How many commits of the base branch the head lacks; 0 when it is up to date. Conditional. REST: <c>GET …/compare/{base}...{head}</c>.</summary>
    public Task<int> CountCommitsBehindAsync(BranchName baseBranch, CommitSha head, CancellationToken cancellationToken) => _branches.CountBehindAsync(baseBranch, head, cancellationToken);

    /// <summary>
    /// Who pushed to a branch last; <c>null</c> when this server or this credential does not tell. Conditional. REST: <c>GET …/activity?ref=</c>.
    /// </summary>
    public Task<string?> FindLastPusherAsync(BranchName branch, CancellationToken cancellationToken) => _branches.FindLastPusherAsync(branch, cancellationToken);

    /// <summary>The release of a tag, drafts included; <c>null</c> when there is none.</summary>
    public Task<PublishedRelease?> FindReleaseAsync(ReleaseTag tag, CancellationToken cancellationToken) => _releases.FindAsync(tag, cancellationToken);

    /// <summary>Published releases that are no prereleases, of the 300 newest. REST: <c>GET …/releases</c>.</summary>
    public Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(CancellationToken cancellationToken) => _releases.ListAsync(cancellationToken);

    /// <summary>What <c>/releases/latest</c> answers; <c>null</c> when nothing is published.</summary>
    public Task<PublishedRelease?> ReadLatestReleaseAsync(CancellationToken cancellationToken) => _releases.ReadLatestAsync(cancellationToken);
}
