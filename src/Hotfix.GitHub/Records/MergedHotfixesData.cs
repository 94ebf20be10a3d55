using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.PullRequests;

namespace Hotfix.GitHub.Records;

/// <summary>The answer to <see cref="GraphDocuments.MergedHotfixes"/>.</summary>
internal sealed record MergedHotfixesData(GraphPage<MergedHotfixesData.HotfixNode> Search)
{
    /// <summary>Of a node that is no pull request, only the type is there.</summary>
    internal sealed record HotfixNode
    {
        public int Number { get; init; }

        public string Url { get; init; } = "";

        public string Title { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? MergedAt { get; init; }

        public bool IsCrossRepository { get; init; }

        public string HeadRefName { get; init; } = "";

        public string BaseRefName { get; init; } = "";

        public int Additions { get; init; }

        public int Deletions { get; init; }

        public int ChangedFiles { get; init; }

        public UserAnswer? Author { get; init; }

        public CommitName? MergeCommit { get; init; }

        public FileList? Files { get; init; }

        public MergeDetailData.Connection<ReviewNode>? Reviews { get; init; }

        public MergeDetailData.Connection<CommitNode>? FirstCommits { get; init; }

        public MergeDetailData.Connection<CommitNode>? LastCommits { get; init; }

        public MergeDetailData.Connection<NoteNode>? Comments { get; init; }
    }

    internal sealed record CommitName(string Oid);

    internal sealed record FileList(int TotalCount, IReadOnlyList<FileNode?>? Nodes);

    internal sealed record FileNode(string Path);

    internal sealed record ReviewNode(string State, bool AuthorCanPushToRepository, DateTimeOffset? SubmittedAt = null, UserAnswer? Author = null);

    internal sealed record CommitNode(CommitDetail Commit);

    internal sealed record CommitDetail(DateTimeOffset? CommittedDate = null, Rollup? StatusCheckRollup = null);

    internal sealed record Rollup(MergeDetailData.Connection<ContextNode> Contexts);

    /// <summary>A status has no times of its own.</summary>
    internal sealed record ContextNode(DateTimeOffset? StartedAt = null, DateTimeOffset? CompletedAt = null);

    internal sealed record NoteNode(string Body, string Url, bool ViewerDidAuthor, ActorNode? Author = null);

    internal sealed record ActorNode([property: System.Text.Json.Serialization.JsonPropertyName("__typename")] string Kind, string Login)
    {
        /// <summary>As REST writes it: an App's with <c>[bot]</c> behind it.</summary>
        public string FullLogin => Kind == "Bot" ? $"{Login}[bot]" : Login;
    }
}
