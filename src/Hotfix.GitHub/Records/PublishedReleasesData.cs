using Hotfix.GitHub.GraphQL;

namespace Hotfix.GitHub.Records;

/// <summary>The answer to <see cref="GraphDocuments.PublishedReleases"/>.</summary>
internal sealed record PublishedReleasesData(PublishedReleasesData.ReleasingNode? Repository)
{
    internal sealed record ReleasingNode(GraphPage<ReleaseNode> Releases);

    internal sealed record ReleaseNode(string TagName, bool IsDraft, string Url, DateTimeOffset? PublishedAt = null);
}
