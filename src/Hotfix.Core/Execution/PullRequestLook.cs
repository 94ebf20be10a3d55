using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Looks at the open pull request while it is waited for: settings and rules once, the rest at every look, conditionally.</summary>
/// <param name="github">Reads GitHub.</param>
/// <param name="time">The clock that stamps each look.</param>
public sealed class PullRequestLook(IGitHubReader github, TimeProvider time)
{
    private RepositorySettings? _settings;
    private BranchRules? _rules;

    /// <summary>The settings alone, which opening a pull request needs.</summary>
    public async Task<Snapshot> ReadSettingsAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshot with { Settings = _settings ??= await github.ReadRepositoryAsync(cancellationToken) };

    /// <summary>The rules alone, which releasing needs.</summary>
    public async Task<Snapshot> ReadRulesAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshot with { Rules = _rules ??= await github.ReadRulesAsync(snapshot.BaseBranch, cancellationToken) };

    /// <summary>The pull request with its reviews and the checks on its head.</summary>
    public async Task<Snapshot> ReadAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.PullRequest is not { } known)
        {
            return snapshot with { TakenAt = time.GetUtcNow() };
        }

        PullRequest pullRequest = await github.ReadPullRequestAsync(known.Number, cancellationToken);
        snapshot = snapshot with { PullRequest = pullRequest, TakenAt = time.GetUtcNow() };
        if (pullRequest.State != PullRequestState.Open)
        {
            return snapshot;
        }

        snapshot = await ReadSettingsAsync(await ReadRulesAsync(snapshot, cancellationToken), cancellationToken);
        bool isConflict = pullRequest.IsMergeable == false;
        return snapshot with
        {
            Reviews = await github.ListReviewsAsync(pullRequest.Number, cancellationToken),
            HeadChecks = await github.ListChecksAsync(pullRequest.HeadSha, cancellationToken),
            ConflictingLooks = isConflict ? (known.HeadSha == pullRequest.HeadSha ? snapshot.ConflictingLooks : 0) + 1 : 0,
        };
    }
}
