using System.Text.Json.Nodes;

namespace Hotfix.LocalGitHub.GraphQL;

/// <summary>Introspection as far as clients use it to find out what a server has: the names of a type's fields.</summary>
internal static class GraphTypes
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["PullRequest"] =
        [
            "id",
            "number",
            "title",
            "url",
            "state",
            "isDraft",
            "merged",
            "headRefName",
            "headRefOid",
            "baseRefName",
            "baseRefOid",
            "mergeable",
            "mergeStateStatus",
            "mergeCommit",
            "reviewDecision",
            "reviewThreads",
            "reviewRequests",
            "reviews",
            "timelineItems",
            "autoMergeRequest",
            "isInMergeQueue",
            "isMergeQueueEnabled",
            "mergeQueueEntry",
            "statusCheckRollup",
            "commits",
            "comments",
            "body",
            "author",
            "createdAt",
            "updatedAt",
            "closedAt",
            "mergedAt",
            "labels",
            "assignees",
        ],
        ["Repository"] = ["id", "nameWithOwner", "autoMergeAllowed", "pullRequest", "pullRequests", "deployments", "issues", "object", "release", "releases"],
    };

    /// <summary>The type; <c>null</c> when this server does not have it.</summary>
    public static JsonObject? Find(string name) =>
        !Fields.TryGetValue(name, out string[]? fields)
            ? null
            : new JsonObject
            {
                ["__typename"] = "__Type",
                ["name"] = name,
                ["fields"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject { ["__typename"] = "__Field", ["name"] = field })]),
            };
}
