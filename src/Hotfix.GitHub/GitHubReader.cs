using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Checks;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;
using Hotfix.GitHub.Repositories;
using Hotfix.GitHub.Rules;

namespace Hotfix.GitHub;

/// <summary>Reads one repository over a connection; a table of contents of the API areas.</summary>
public sealed class GitHubReader : IGitHubReader
{
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

    /// <inheritdoc/>
    public Task<string?> ReadLoginAsync(CancellationToken cancellationToken) => _repositories.ReadLoginAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<RepositorySettings> ReadRepositoryAsync(CancellationToken cancellationToken) => _repositories.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(BranchName head, CancellationToken cancellationToken) => _pullRequests.ListAsync(head, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PullRequest>> ListMergedPullRequestsAsync(string headPrefix, DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        _pullRequests.ListMergedAsync(headPrefix, since, most, cancellationToken);

    /// <inheritdoc/>
    public Task<PullRequest> ReadPullRequestAsync(int number, CancellationToken cancellationToken) => _pullRequests.ReadAsync(number, cancellationToken);

    /// <inheritdoc/>
    public Task<PullRequest?> FindPullRequestOfCommitAsync(CommitSha commit, CancellationToken cancellationToken) => _pullRequests.FindOfCommitAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public Task<BranchRules> ReadRulesAsync(BranchName branch, CancellationToken cancellationToken) => _rules.ReadAsync(branch, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> ListChecksAsync(CommitSha commit, CancellationToken cancellationToken) => _checks.ListAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadFailureAsync(CheckResult check, int lines, CancellationToken cancellationToken) => _failures.ReadAsync(check, lines, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Review>> ListReviewsAsync(int number, CancellationToken cancellationToken) => _reviews.ListAsync(number, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckSuite>> ListCheckSuitesAsync(CommitSha commit, CancellationToken cancellationToken) => _suites.ListAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public Task<MergeDetail> ReadMergeDetailAsync(PullRequest pullRequest, bool isRefresh, CancellationToken cancellationToken) => _details.ReadAsync(pullRequest, isRefresh, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountCommitsBehindAsync(BranchName baseBranch, CommitSha head, CancellationToken cancellationToken) => _branches.CountBehindAsync(baseBranch, head, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindLastPusherAsync(BranchName branch, CancellationToken cancellationToken) => _branches.FindLastPusherAsync(branch, cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedRelease?> FindReleaseAsync(ReleaseTag tag, CancellationToken cancellationToken) => _releases.FindAsync(tag, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedRelease>> ListReleasesAsync(CancellationToken cancellationToken) => _releases.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedRelease?> ReadLatestReleaseAsync(CancellationToken cancellationToken) => _releases.ReadLatestAsync(cancellationToken);
}
