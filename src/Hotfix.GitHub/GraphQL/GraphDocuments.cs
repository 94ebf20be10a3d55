namespace Hotfix.GitHub.GraphQL;

/// <summary>
/// Every GraphQL document that is sent; a test compares them with GitHub's schema. A line that ends with <c># optional</c> is left out where it is
/// refused.
/// </summary>
internal static class GraphDocuments
{
    private const string Optional = "# optional";

    public const string MergeDetail = """
        query MergeDetail($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              state
              headRefOid
              reviewDecision # optional
              mergeStateStatus # optional
              isMergeQueueEnabled # optional
              viewerCanEnableAutoMerge # optional
              viewerCanUpdateBranch # optional
              reviewThreads(last: 100) { nodes { isResolved path comments(first: 1) { nodes { url author { login } } } } } # optional
              reviewRequests(first: 100) { nodes { asCodeOwner requestedReviewer { __typename ... on User { login } } } } # optional
              teamRequests: reviewRequests(first: 100) { nodes { asCodeOwner requestedReviewer { __typename ... on Team { combinedSlug } } } } # optional
              mergeQueueEntry { position state estimatedTimeToMerge enqueuedAt jump } # optional
              timelineItems(last: 1, itemTypes: [REMOVED_FROM_MERGE_QUEUE_EVENT]) { nodes { __typename ... on RemovedFromMergeQueueEvent { createdAt reason actor { login } } } } # optional
            }
          }
        }
        """;

    public const string Reviewers = """
        query Reviewers($owner: String!, $name: String!, $number: Int!) {
          repository(owner: $owner, name: $name) {
            pullRequest(number: $number) {
              reviews(last: 100, states: [APPROVED, CHANGES_REQUESTED]) { nodes { authorCanPushToRepository author { __typename login } } }
            }
          }
        }
        """;

    public const string Hurdles = """
        query Hurdles($owner: String!, $name: String!, $commit: GitObjectID!, $locks: [String!], $debts: [String!]) {
          repository(owner: $owner, name: $name) {
            object(oid: $commit) { __typename ... on Commit { status { state } } } # optional
            locks: issues(labels: $locks, states: [OPEN]) { totalCount } # optional
            debts: issues(labels: $debts, states: [OPEN]) { totalCount } # optional
          }
        }
        """;

    public const string Viewer = """
        query Viewer {
          viewer { login }
        }
        """;

    public const string ArmAutoMerge = """
        mutation ArmAutoMerge($id: ID!, $head: GitObjectID!, $method: PullRequestMergeMethod!, $headline: String) {
          enablePullRequestAutoMerge(input: {pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $method, commitHeadline: $headline}) { clientMutationId }
        }
        """;

    public const string Enqueue = """
        mutation Enqueue($id: ID!, $head: GitObjectID!, $jump: Boolean!) {
          enqueuePullRequest(input: {pullRequestId: $id, expectedHeadOid: $head, jump: $jump}) { clientMutationId }
        }
        """;

    public const string MergedHotfixes = """
        query MergedHotfixes($query: String!, $first: Int!, $after: String) {
          search(type: ISSUE, query: $query, first: $first, after: $after) {
            issueCount
            pageInfo { hasNextPage endCursor }
            nodes {
              __typename
              ... on PullRequest {
                number url title createdAt mergedAt isCrossRepository headRefName baseRefName additions deletions changedFiles
                author { login }
                mergeCommit { oid }
                files(first: 50) { totalCount nodes { path } }
                reviews(first: 50) { nodes { state submittedAt authorCanPushToRepository author { login } } }
                firstCommits: commits(first: 1) { nodes { commit { committedDate } } }
                lastCommits: commits(last: 1) { nodes { commit { statusCheckRollup { contexts(first: 50) { nodes { __typename ... on CheckRun { startedAt completedAt } } } } } } }
                comments(first: 50) { nodes { body url viewerDidAuthor author { __typename login } } }
              }
            }
          }
        }
        """;

    public const string DeployedCommits = """
        query DeployedCommits($owner: String!, $name: String!, $environments: [String!], $first: Int!, $after: String) {
          repository(owner: $owner, name: $name) {
            deployments(environments: $environments, orderBy: {field: CREATED_AT, direction: DESC}, first: $first, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes { environment commitOid ref { name } createdAt payload statuses(first: 20) { nodes { state createdAt } } }
            }
          }
        }
        """;

    public const string PublishedReleases = """
        query PublishedReleases($owner: String!, $name: String!, $first: Int!, $after: String) {
          repository(owner: $owner, name: $name) {
            releases(orderBy: {field: CREATED_AT, direction: DESC}, first: $first, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes { tagName isDraft publishedAt url }
            }
          }
        }
        """;

    public static IReadOnlyList<string> All { get; } =
    [MergeDetail, Reviewers, Hurdles, Viewer, ArmAutoMerge, Enqueue, MergedHotfixes, DeployedCommits, PublishedReleases];

    /// <summary>
    /// The document without the optional lines that were refused; where GitHub names no place, and it is a matter of rights, without all of them.
    /// </summary>
    public static string Without(string document, IReadOnlyList<GraphError> errors)
    {
        string[] lines = document.Split('\n');
        int[] refused = [.. errors.SelectMany(error => error.Locations ?? []).Select(location => location.Line - 1)];
        bool isAll = refused.Length == 0 && errors.All(error => error.Type is null or "FORBIDDEN" or "INSUFFICIENT_SCOPES");
        return string.Join(
            '\n',
            lines.Select((line, at) => line.TrimEnd().EndsWith(Optional, StringComparison.Ordinal) && (isAll || refused.Contains(at)) ? "" : line)
        );
    }
}
