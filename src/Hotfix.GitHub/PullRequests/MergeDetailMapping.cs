using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>From GraphQL's words to ours.</summary>
internal static class MergeDetailMapping
{
    public static MergeDetail ToDetail(this MergeDetailData.PullRequestNode node) =>
        new()
        {
            IsOpen = node.State is null or "OPEN",
            HeadSha = CommitSha.TryParse(node.HeadRefOid ?? "", out CommitSha head) ? head : null,
            ReviewVerdict = node.ReviewDecision?.ToLowerInvariant(),
            MergeState = node.MergeStateStatus?.ToLowerInvariant() ?? "unknown",
            Unresolved = [.. (node.ReviewThreads?.Items ?? []).Where(thread => !thread.IsResolved).Select(ToConversation)],
            AwaitedCodeOwners =
            [
                .. (node.ReviewRequests?.Items ?? [])
                    .Concat(node.TeamRequests?.Items ?? [])
                    .Where(request => request.AsCodeOwner)
                    .Select(NameOf)
                    .OfType<string>(),
            ],
            UsesMergeQueue = node.IsMergeQueueEnabled == true,
            Queue = node.MergeQueueEntry is { } entry ? ToEntry(entry) : null,
            LastRemoval = node.TimelineItems?.Items.LastOrDefault() is { CreatedAt: { } at } removal
                ? new QueueRemoval(at, removal.Actor?.Login, removal.Reason ?? "")
                : null,
            CanArmAutoMerge = node.ViewerCanEnableAutoMerge == true,
            CanUpdateBranch = node.ViewerCanUpdateBranch == true,
        };

    private static ReviewConversation ToConversation(MergeDetailData.ThreadNode thread)
    {
        MergeDetailData.CommentNode? first = thread.Comments?.Items.FirstOrDefault();
        return new ReviewConversation(first?.Author?.Login ?? PullRequestMapping.Ghost, thread.Path, first?.Url ?? "");
    }

    private static string? NameOf(MergeDetailData.RequestNode request) => request.RequestedReviewer?.Login ?? request.RequestedReviewer?.CombinedSlug;

    private static QueueEntry ToEntry(MergeDetailData.QueueNode entry) =>
        new(
            entry.Position,
            entry.State.ToLowerInvariant(),
            entry.EstimatedTimeToMerge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            entry.EnqueuedAt,
            entry.Jump
        );
}
