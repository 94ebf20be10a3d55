using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Workflows;
using Hotfix.Pipeline.PullRequests;

namespace Hotfix.Pipeline.Releasing;

/// <summary>Looks at what somebody else's release is made with: runs of a workflow, or a pending release pull request.</summary>
internal sealed class StrategyLook(GitReader git, GitHubAreas github, WorkflowCalls workflows, PullRequestLook pullRequests)
{
    private const int NewestRuns = 50;

    private readonly HashSet<long> _started = [];
    private CommitSha? _pendingHead;
    private DateTimeOffset _pendingSince;

    /// <summary>release-please's own name for its branches.</summary>
    private const string PendingPrefix = "release-please--";
    private const string OfComponent = "--components--";

    /// <summary>A run that this process started is the release's by its id, also where its title does not show ours.</summary>
    public void Started(long runId) => _started.Add(runId);

    /// <summary>The snapshot with what was seen; as it is when there is nothing to release yet, or this software makes the release.</summary>
    public async Task<Snapshot> ReadAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.Release is not { } release)
            return snapshot;

        return request.Release.Strategy switch
        {
            ReleaseStrategy.Dispatch => snapshot with
            {
                Release = release with { Runs = await RunsAsync(request.Release.Workflow, release.Commit, cancellationToken) },
            },
            ReleaseStrategy.ReleasePlease when release.TagsContaining.Count == 0 => snapshot with
            {
                Release = release with { Pending = await PendingAsync(snapshot, release.Commit, cancellationToken) },
            },
            _ => snapshot,
        };
    }

    // Newest first. The id in its title says for which commit a run was started, whoever started it.
    private async Task<IReadOnlyList<FollowedRun>> RunsAsync(string file, CommitSha commit, CancellationToken cancellationToken)
    {
        string id = StrategyPlanner.CorrelationId(commit);
        WorkflowRun[] runs =
        [
            .. (await workflows.ListRunsAsync(file, NewestRuns, cancellationToken)).Where(run =>
                _started.Contains(run.Id) || (run.Event == WorkflowRun.Dispatched && run.Title.Contains(id, StringComparison.Ordinal))
            ),
        ];
        var followed = new List<FollowedRun>();
        foreach (WorkflowRun run in runs)
        {
            // Of the older ones only their number counts.
            bool isNewest = followed.Count == 0;
            followed.Add(
                new FollowedRun(
                    run,
                    isNewest ? await workflows.ListJobsAsync(run.Id, cancellationToken) : [],
                    isNewest && run.State == RunState.Waiting ? await workflows.ListGatesAsync(run.Id, cancellationToken) : []
                )
            );
        }

        return followed;
    }

    // By the branches that are there: newer pull requests, however many, hide none. Whoever runs release-please is known by being able to push that branch.
    private async Task<PullRequest?> FindPendingAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        BranchName[] branches = [.. snapshot.Remote.Branches.Keys.Where(branch => branch.Value.StartsWith(PendingPrefix, StringComparison.Ordinal))];

        // In a repository of several products there is one for each, where they are not released together.
        if (snapshot.Remote.Conventions.Product is { } product && branches.Any(branch => branch.Value.Contains(OfComponent, StringComparison.Ordinal)))
        {
            branches =
            [
                .. branches.Where(branch =>
                    branch.Value.EndsWith(OfComponent + product, StringComparison.Ordinal) || !branch.Value.Contains(OfComponent, StringComparison.Ordinal)
                ),
            ];
        }

        foreach (BranchName branch in branches)
        {
            if (
                (await github.PullRequests.ListAsync(branch, cancellationToken)).FirstOrDefault(pull =>
                    pull.State == PullRequestState.Open && pull.BaseBranch == snapshot.BaseBranch
                ) is
                { } pending
            )
            {
                return pending;
            }
        }

        return null;
    }

    private async Task<Snapshot?> PendingAsync(Snapshot snapshot, CommitSha commit, CancellationToken cancellationToken)
    {
        if (await FindPendingAsync(snapshot, cancellationToken) is not { } pending)
            return null;

        await git.FetchAsync(
            snapshot.Remote,
            [.. new[] { snapshot.BaseBranch, pending.HeadBranch }.Where(branch => snapshot.Remote.Tip(branch) is not null)],
            [],
            cancellationToken
        );
        bool isUpToDate =
            await git.ReadTreeAsync(pending.HeadSha, cancellationToken) is not null && await git.IsAncestorAsync(commit, pending.HeadSha, cancellationToken);
        if (_pendingHead != pending.HeadSha)
            (_pendingHead, _pendingSince) = (pending.HeadSha, snapshot.TakenAt);

        var head = new HotfixBranch
        {
            Name = pending.HeadBranch,
            RemoteTip = pending.HeadSha,
            Relation = BranchRelation.RemoteOnly,
        };
        Snapshot own = snapshot with
        {
            Hotfix = head,
            PullRequest = pending,
            Release = null,
            LaneSituation = null,
            CommitsBehind = 0,
            MergeDetail = null,
            WatchingSince = _pendingSince,
        };
        return isUpToDate
            ? await pullRequests.ReadAsync(own, cancellationToken)
            : own with
            {
                PullRequest = pending with { IsMergeable = null },
                HeadChecks = [],
            };
    }
}
