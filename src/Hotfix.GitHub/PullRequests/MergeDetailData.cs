using Hotfix.GitHub.GraphQL;

namespace Hotfix.GitHub.PullRequests;

/// <summary>The answer to <see cref="GraphDocuments.MergeDetail"/>.</summary>
internal sealed record MergeDetailData(MergeDetailData.RepositoryNode? Repository)
{
    internal sealed record RepositoryNode(PullRequestNode? PullRequest);

    /// <summary>Whatever is <c>null</c> here was not told.</summary>
    internal sealed record PullRequestNode
    {
        public string? State { get; init; }

        public string? HeadRefOid { get; init; }

        public string? MergeStateStatus { get; init; }

        public bool? IsMergeQueueEnabled { get; init; }

        public bool? ViewerCanEnableAutoMerge { get; init; }

        public bool? ViewerCanUpdateBranch { get; init; }

        public string? ReviewDecision { get; init; }

        public Connection<ThreadNode>? ReviewThreads { get; init; }

        public Connection<RequestNode>? ReviewRequests { get; init; }

        public Connection<RequestNode>? TeamRequests { get; init; }

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
