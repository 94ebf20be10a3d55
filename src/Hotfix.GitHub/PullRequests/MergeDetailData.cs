using Hotfix.GitHub.GraphQL;

namespace Hotfix.GitHub.PullRequests;

/// <summary>The answer to <see cref="GraphDocuments.MergeDetail"/>.</summary>
internal sealed record MergeDetailData(MergeDetailData.RepositoryNode? Repository)
{
    internal sealed record RepositoryNode(PullRequestNode? PullRequest);

    internal sealed record PullRequestNode(string MergeStateStatus, bool IsMergeQueueEnabled, bool ViewerCanEnableAutoMerge, bool ViewerCanUpdateBranch)
    {
        public string? State { get; init; }

        public string? HeadRefOid { get; init; }

        public string? ReviewDecision { get; init; }

        public Connection<ThreadNode>? ReviewThreads { get; init; }

        public Connection<RequestNode>? ReviewRequests { get; init; }

        public QueueNode? MergeQueueEntry { get; init; }

        public Connection<RemovalNode>? TimelineItems { get; init; }
    }

    /// <summary>GraphQL's nodes may each be <c>null</c>.</summary>
    internal sealed record Connection<T>(IReadOnlyList<T?>? Nodes)
    {
        public IEnumerable<T> Items => (Nodes ?? []).OfType<T>();
    }

    internal sealed record ThreadNode(bool IsResolved, string Path, Connection<CommentNode>? Comments = null);

    internal sealed record CommentNode(string Url, UserAnswer? Author = null);

    internal sealed record RequestNode(bool AsCodeOwner, ReviewerNode? RequestedReviewer = null);

    /// <summary>A user has a login, a team a slug with its organisation.</summary>
    internal sealed record ReviewerNode(string? Login = null, string? CombinedSlug = null);

    internal sealed record QueueNode(int Position, string State, DateTimeOffset EnqueuedAt, bool Jump, int? EstimatedTimeToMerge = null);

    internal sealed record RemovalNode(DateTimeOffset? CreatedAt = null, string? Reason = null, UserAnswer? Actor = null);
}
