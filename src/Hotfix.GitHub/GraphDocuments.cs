namespace Hotfix.GitHub;

/// <summary>Every GraphQL document that is sent; a test compares them with GitHub's schema.</summary>
internal static class GraphDocuments
{
    public const string MergeDetail = """
        query MergeDetail($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              reviewDecision
              mergeStateStatus
              isMergeQueueEnabled
              viewerCanEnableAutoMerge
              viewerCanUpdateBranch
              reviewThreads(last: 100) { nodes { isResolved path comments(first: 1) { nodes { url author { login } } } } }
              reviewRequests(first: 100) { nodes { asCodeOwner requestedReviewer { __typename ... on User { login } ... on Team { combinedSlug } } } }
              mergeQueueEntry { position state estimatedTimeToMerge enqueuedAt jump }
              timelineItems(last: 1, itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT]) { nodes { __typename ... on RemovedFromMergeQueueEvent { createdAt reason actor { login } } } }
            }
          }
        }
        """;

    public const string ArmAutoMerge = """
        mutation ArmAutoMerge($id: ID!, $head: GitObjectID!, $method: PullRequestMergeMethod!) {
          enablePullRequestAutoMerge(input: {pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $method}) { clientMutationId }
        }
        """;

    public const string DisarmAutoMerge = """
        mutation DisarmAutoMerge($id: ID!) {
          disablePullRequestAutoMerge(input: {pullRequestId: $id}) { clientMutationId }
        }
        """;

    public const string Enqueue = """
        mutation Enqueue($id: ID!, $head: GitObjectID!, $jump: Boolean!) {
          enqueuePullRequest(input: {pullRequestId: $id, expectedHeadOid: $head, jump: $jump}) { clientMutationId }
        }
        """;

    public const string Dequeue = """
        mutation Dequeue($id: ID!) {
          dequeuePullRequest(input: {id: $id}) { clientMutationId }
        }
        """;

    public static IReadOnlyList<string> All { get; } = [MergeDetail, ArmAutoMerge, DisarmAutoMerge, Enqueue, Dequeue];
}
