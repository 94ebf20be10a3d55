using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Json;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>A pull request with every field that this server has in GraphQL.</summary>
internal static class GraphPullRequest
{
    /// <summary>What one merge of the queue takes, as far as an estimate goes.</summary>
    private const int SecondsPerEntry = 300;

    public static async Task<JsonObject> OfAsync(PullRequest pull, Viewpoint view, CancellationToken cancellationToken)
    {
        HostedRepository repository = view.Repository;
        Mergeability mergeability = await Mergeability.LookAsync(repository, pull, cancellationToken);
        var board = CheckBoard.Of(repository, pull.HeadSha);
        JsonObject rollup() => Rollup(board, pull, repository);
        bool reported = board.Runs.Count + board.Statuses.Count > 0;
        var body = new JsonObject
        {
            ["__typename"] = "PullRequest",
            ["id"] = PullRequestJson.NodeId(pull, repository),
            ["number"] = pull.Number,
            ["title"] = pull.Issue.Title,
            ["url"] = $"{view.Web}/pull/{pull.Number}",
            ["state"] =
                pull.Merge is not null ? "MERGED"
                : pull.Issue.Open ? "OPEN"
                : "CLOSED",
            ["isDraft"] = pull.Draft,
            ["merged"] = pull.Merge is not null,
            ["headRefName"] = pull.HeadBranch,
            ["headRefOid"] = pull.HeadSha,
            ["baseRefName"] = pull.BaseBranch,
            ["baseRefOid"] = pull.BaseSha,
            ["mergeable"] = mergeability.Mergeable switch
            {
                true => "MERGEABLE",
                false => "CONFLICTING",
                null => "UNKNOWN",
            },
            ["mergeStateStatus"] = mergeability.State.ToUpperInvariant(),
            ["mergeCommit"] = pull.Merge is { } merge ? new JsonObject { ["__typename"] = "Commit", ["oid"] = merge.Sha } : null,
            ["reviewDecision"] = Decision(pull, repository),
            ["reviewThreads"] = GraphConnection.Of("PullRequestReviewThread", pull.Threads.Select(thread => Thread(thread, pull, view))),
            ["reviews"] = GraphConnection.Of(
                "PullRequestReview",
                pull.Reviews.Where(review => review.State != Review.Pending).Select(review => MergedPullRequests.Reviewed(review, view))
            ),
            ["reviewRequests"] = GraphConnection.Of(
                "ReviewRequest",
                pull.RequestedReviewers.Select(reviewer => new JsonObject
                {
                    ["asCodeOwner"] = pull.RequestedOwners.Contains(reviewer),
                    ["requestedReviewer"] = Actor(reviewer),
                })
            ),
            ["timelineItems"] = GraphConnection.Of("RemovedFromMergeQueueEvent", pull.QueueRemovals.Select(Removal)),
            ["autoMergeRequest"] = pull.AutoMerge is { } auto ? AutoMergeOf(auto) : null,
            ["isInMergeQueue"] = repository.Queue.Any(entry => entry.Pull == pull),
            ["isMergeQueueEnabled"] = BranchRules.For(repository, GitRef.Heads + pull.BaseBranch).Any(rules => rules.MergeQueue),
            ["mergeQueueEntry"] = QueueEntry(repository, repository.Queue.FirstOrDefault(entry => entry.Pull == pull)),
            ["viewerCanEnableAutoMerge"] = repository.Settings.AllowAutoMerge && repository.RoleOf(view.Viewer) >= Role.Write && pull.AutoMerge is null,
            ["viewerCanUpdateBranch"] =
                pull.Issue.Open && repository.RoleOf(view.Viewer) >= Role.Write && await MergeGate.IsBehindAsync(repository, pull, cancellationToken),
            ["statusCheckRollup"] = reported ? rollup() : null,
            ["commits"] = GraphConnection.Of(
                "PullRequestCommit",
                [
                    new JsonObject
                    {
                        ["commit"] = new JsonObject
                        {
                            ["__typename"] = "Commit",
                            ["oid"] = pull.HeadSha,
                            ["statusCheckRollup"] = reported ? rollup() : null,
                        },
                    },
                ]
            ),
        };
        await GraphPullRequestText.AddAsync(body, pull, view, cancellationToken);
        return body;
    }

    /// <summary>The entry; <c>null</c> for none.</summary>
    public static JsonObject? QueueEntry(HostedRepository repository, QueueEntry? entry) =>
        entry is null
            ? null
            : new JsonObject
            {
                ["__typename"] = "MergeQueueEntry",
                ["id"] = $"MQE_{entry.Id}",
                ["position"] = repository.Queue.IndexOf(entry) + 1,
                ["state"] = entry.GroupSha is null ? "QUEUED" : "AWAITING_CHECKS",
                ["enqueuedAt"] = JsonText.Time(entry.At),
                ["estimatedTimeToMerge"] = (repository.Queue.IndexOf(entry) + 1) * SecondsPerEntry,
                ["jump"] = entry.Jumped,
                ["solo"] = false,
                ["enqueuer"] = Actor(entry.By),
                ["headCommit"] = entry.GroupSha is null ? null : new JsonObject { ["__typename"] = "Commit", ["oid"] = entry.GroupSha },
            };

    public static JsonObject Thread(ReviewThread thread, PullRequest pull, Viewpoint view) =>
        new()
        {
            ["__typename"] = "PullRequestReviewThread",
            ["id"] = $"PRRT_{thread.Id}",
            ["isResolved"] = thread.Resolved,
            ["isOutdated"] = false,
            ["path"] = thread.Path,
            ["comments"] = GraphConnection.Of(
                "PullRequestReviewComment",
                [
                    new JsonObject
                    {
                        ["url"] = $"{view.Web}/pull/{pull.Number}#discussion_r{thread.Comment.Id}",
                        ["body"] = thread.Comment.Body,
                        ["author"] = Actor(thread.Comment.User),
                    },
                ]
            ),
        };

    public static JsonObject Actor(Account account) =>
        new()
        {
            ["__typename"] = account.IsBot ? "Bot" : "User",
            ["id"] = $"U_{account.Id}",
            ["login"] = account.ShortLogin,
            ["name"] = account.Login,
        };

    private static JsonObject Removal(QueueRemoval removal) =>
        new()
        {
            ["createdAt"] = JsonText.Time(removal.At),
            ["reason"] = removal.Reason,
            ["actor"] = removal.By is { } by ? Actor(by) : new JsonObject { ["__typename"] = "Bot", ["login"] = "github-merge-queue" },
        };

    private static string? Decision(PullRequest pull, HostedRepository repository)
    {
        int required = BranchRules.For(repository, GitRef.Heads + pull.BaseBranch).Select(rules => rules.Approvals).DefaultIfEmpty().Max();
        ReviewBoard board = ReviewBoard.Of(repository, pull);
        bool lacksOwner = BranchRules.For(repository, GitRef.Heads + pull.BaseBranch).Any(rules => rules.CodeOwners) && pull.RequestedOwners.Count > 0;
        return board.ChangesRequested ? "CHANGES_REQUESTED"
            : lacksOwner ? "REVIEW_REQUIRED"
            : board.Approvals >= Math.Max(1, required) ? "APPROVED"
            : required > 0 ? "REVIEW_REQUIRED"
            : null;
    }

    private static JsonObject AutoMergeOf(AutoMerge auto) =>
        new()
        {
            ["__typename"] = "AutoMergeRequest",
            ["enabledAt"] = JsonText.Time(auto.At),
            ["mergeMethod"] = auto.Method.ToUpperInvariant(),
            ["enabledBy"] = new JsonObject { ["__typename"] = "User", ["login"] = auto.EnabledBy.Login },
        };

    /// <summary>What was reported on one commit of the pull request.</summary>
    public static JsonObject Rollup(CheckBoard board, PullRequest pull, HostedRepository repository)
    {
        RequiredStatusCheck[] required = [.. BranchRules.For(repository, GitRef.Heads + pull.BaseBranch).SelectMany(rules => rules.Checks)];
        IEnumerable<JsonObject> runs = board.Runs.Select(run =>
            Run(run, required.Any(check => check.Context == run.Name && (check.AppId is null || check.AppId == run.Suite.AppId)))
        );
        IEnumerable<JsonObject> statuses = board.Statuses.Select(status => Status(status, required.Any(check => check.Context == status.Context)));
        return new JsonObject
        {
            ["__typename"] = "StatusCheckRollup",
            ["state"] = board.Overall() switch
            {
                CheckState.Passing => "SUCCESS",
                CheckState.Failing => "FAILURE",
                CheckState.Pending => "PENDING",
                _ => "EXPECTED",
            },
            ["contexts"] = GraphConnection.Of(null, [.. runs, .. statuses]),
        };
    }

    private static JsonObject Run(CheckRun run, bool isRequired) =>
        new()
        {
            ["__typename"] = "CheckRun",
            ["databaseId"] = run.Id,
            ["name"] = run.Name,
            ["status"] = run.Status.ToUpperInvariant(),
            ["conclusion"] = run.Conclusion?.ToUpperInvariant(),
            ["isRequired"] = isRequired,
            ["detailsUrl"] = run.DetailsUrl,
            ["startedAt"] = JsonText.Time(run.StartedAt),
            ["completedAt"] = JsonText.Time(run.CompletedAt),
            ["checkSuite"] = new JsonObject
            {
                ["__typename"] = "CheckSuite",
                ["databaseId"] = run.Suite.Id,
                ["workflowRun"] = null,
                ["app"] = new JsonObject
                {
                    ["__typename"] = "App",
                    ["databaseId"] = run.Suite.AppId,
                    ["slug"] = "github-actions",
                },
            },
        };

    private static JsonObject Status(CommitStatus status, bool isRequired) =>
        new()
        {
            ["__typename"] = "StatusContext",
            ["context"] = status.Context,
            ["state"] = status.State.ToUpperInvariant(),
            ["isRequired"] = isRequired,
            ["description"] = status.Description,
            ["targetUrl"] = status.TargetUrl,
            ["createdAt"] = JsonText.Time(status.At),
        };
}
