using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub;

namespace Hotfix.Pipeline.PullRequests;

/// <summary>Looks at the open pull request while it is waited for: settings and rules once, the rest at every look, conditionally.</summary>
/// <param name="github">Reads GitHub.</param>
/// <param name="configured">Checks that must pass beside those that the rules name.</param>
/// <param name="time">The clock that stamps each look.</param>
internal sealed class PullRequestLook(GitHubAreas github, IReadOnlyList<RequiredCheck> configured, TimeProvider time)
{
    /// <summary>REST does not show how a queue moves, and each GraphQL request counts: every so many looks it is asked all the same.</summary>
    private const int LooksBetweenQueueLooks = 4;

    /// <summary>What moves between the reads of a look is looked at again, so often; then it counts as not known yet.</summary>
    private const int LooksAtAMovingOne = 3;

    private RepositorySettings? _settings;
    private BranchRules? _rules;
    private int _looksAtQueue;
    private CommitSha? _queuedHead;
    private DateTimeOffset? _removalBefore;
    private int _looksSinceQueued;
    private bool _isChanged;

    /// <summary>The settings alone, which opening a pull request needs.</summary>
    public async Task<Snapshot> ReadSettingsAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshot with
        {
            Settings = _settings ??= await github.Repositories.ReadAsync(cancellationToken),
        };

    /// <summary>The rules alone, which releasing needs.</summary>
    public async Task<Snapshot> ReadRulesAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshot with
        {
            Rules = _rules ??= WithOurs(await github.Rules.ReadAsync(snapshot.BaseBranch, cancellationToken), snapshot.Lane).With(configured),
        };

    /// <summary>The next look must not rest on anything that was read before: this run has just changed the pull request.</summary>
    public void Changed() => _isChanged = true;

    /// <summary>This run has put that head into the queue.</summary>
    public void Queued(CommitSha head) => _queuedHead = head;

    /// <summary>The pull request with its reviews and the checks on its head, all of one moment as far as GitHub's answers tell.</summary>
    public async Task<Snapshot> ReadAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        Snapshot seen = await ReadOnceAsync(snapshot, cancellationToken);
        for (int looks = 1; looks < LooksAtAMovingOne && HasMoved(seen); looks++)
            seen = await ReadOnceAsync(snapshot, cancellationToken);

        return HasMoved(seen) ? seen with { PullRequest = seen.PullRequest! with { IsMergeable = null, MergeableState = "unknown" } } : seen;
    }

    private async Task<Snapshot> ReadOnceAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.PullRequest is not { } known)
            return snapshot with { TakenAt = time.GetUtcNow() };

        PullRequest pullRequest = await github.PullRequests.ReadAsync(known.Number, cancellationToken);
        snapshot = snapshot with { PullRequest = pullRequest, TakenAt = time.GetUtcNow() };
        if (pullRequest.State != PullRequestState.Open)
            return snapshot;

        snapshot = await ReadSettingsAsync(await ReadRulesAsync(snapshot, cancellationToken), cancellationToken);
        bool isConflict = pullRequest.IsMergeable == false || pullRequest.MergeableState == "dirty";
        snapshot = snapshot with
        {
            Reviews = await github.Reviews.ListAsync(pullRequest.Number, cancellationToken),
            HeadChecks = await github.Checks.ListAsync(pullRequest.HeadSha, cancellationToken),
            ConflictingLooks = isConflict ? (known.HeadSha == pullRequest.HeadSha ? snapshot.ConflictingLooks : 0) + 1 : 0,
        };
        return AfterTheQueue(await WhatTheRulesAskAsync(snapshot, pullRequest, cancellationToken));
    }

    // GraphQL's answer, the last of the look, is of one moment: queue, state and head together.
    private static bool HasMoved(Snapshot seen) =>
        seen is { PullRequest: { State: PullRequestState.Open } open, MergeDetail: { } detail }
        && (!detail.IsOpen || (detail.HeadSha is { } head && head != open.HeadSha));

    // GitHub takes the entry out of the queue before it shows the merge.
    private Snapshot AfterTheQueue(Snapshot snapshot)
    {
        CommitSha head = snapshot.PullRequest!.HeadSha;
        MergeDetail? detail = snapshot.MergeDetail;
        if (detail?.Queue is not null || _queuedHead != head)
        {
            (_queuedHead, _removalBefore, _looksSinceQueued) = (detail?.Queue is null ? null : head, detail?.LastRemoval?.At, 0);
            return snapshot with { LooksSinceQueued = 0 };
        }

        _looksSinceQueued = detail?.LastRemoval?.At == _removalBefore ? _looksSinceQueued + 1 : 0;
        return snapshot with { LooksSinceQueued = _looksSinceQueued };
    }

    private async Task<Snapshot> WhatTheRulesAskAsync(Snapshot snapshot, PullRequest pullRequest, CancellationToken cancellationToken)
    {
        BranchRules rules = snapshot.Rules;
        bool isMissing = rules.RequiredChecks.Any(required => !snapshot.HeadChecks.Any(check => CheckAssessment.Answers(check, required)));

        // GitHub's own word counts where the rule behind it cannot be read.
        bool mayBeBehind = rules.RequiresUpToDateHead || pullRequest.MergeableState == "behind";
        bool needsDetail = rules.RequiresResolvedConversations || rules.RequiresCodeOwners || rules.UsesMergeQueue || rules.Unreadable.Count > 0;
        return snapshot with
        {
            HeadSuites = isMissing ? await github.CheckSuites.ListAsync(pullRequest.HeadSha, cancellationToken) : [],
            CommitsBehind = mayBeBehind ? await github.Branches.CountBehindAsync(snapshot.BaseBranch, pullRequest.HeadSha, cancellationToken) : 0,
            LastPusher = rules.RequiresLastPushApproval ? await github.Branches.FindLastPusherAsync(pullRequest.HeadBranch, cancellationToken) : null,
            MergeDetail = needsDetail ? await ReadDetailAsync(snapshot.MergeDetail, pullRequest, cancellationToken) : null,
        };
    }

    private async Task<MergeDetail> ReadDetailAsync(MergeDetail? before, PullRequest pullRequest, CancellationToken cancellationToken)
    {
        bool isQueueDue = before?.Queue is not null && ++_looksAtQueue % LooksBetweenQueueLooks == 0;
        MergeDetail detail = await github.MergeDetails.ReadAsync(
            pullRequest,
            isRefresh: _isChanged || isQueueDue || (before?.Queue is null && _queuedHead == pullRequest.HeadSha),
            cancellationToken
        );
        _isChanged = false;
        return detail;
    }

    // A support branch was made in a hurry, and nobody protected it: the lane past main is not the one without a review.
    private static BranchRules WithOurs(BranchRules rules, Lane lane) =>
        lane == Lane.Exceptional && rules.IsNone ? rules with { RequiredApprovals = 1, AreOurs = true } : rules;
}
