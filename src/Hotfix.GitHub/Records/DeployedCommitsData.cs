using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.PullRequests;

namespace Hotfix.GitHub.Records;

/// <summary>The answer to <see cref="GraphDocuments.DeployedCommits"/>.</summary>
internal sealed record DeployedCommitsData(DeployedCommitsData.DeployingNode? Repository)
{
    internal sealed record DeployingNode(GraphPage<DeploymentNode> Deployments);

    internal sealed record DeploymentNode(string CommitOid, DateTimeOffset CreatedAt)
    {
        public string? Environment { get; init; }

        /// <summary>The branch or tag that was named; <c>null</c> for a commit, and where it is gone.</summary>
        public RefName? Ref { get; init; }

        /// <summary>JSON; of a text, the text in quotes.</summary>
        public string? Payload { get; init; }

        public MergeDetailData.Connection<StatusNode>? Statuses { get; init; }
    }

    internal sealed record RefName(string Name);

    internal sealed record StatusNode(string State, DateTimeOffset CreatedAt);
}
