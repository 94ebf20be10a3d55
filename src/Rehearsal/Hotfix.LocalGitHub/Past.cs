namespace Hotfix.LocalGitHub;

/// <summary>What happened in a repository before the server began to look: made known at once, where playing it again would take minutes.</summary>
public sealed record Past
{
    /// <summary>Login of who deployed, released and opened issues.</summary>
    public required string Actor { get; init; }

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<PastPullRequest> PullRequests { get; init; } = [];

    /// <summary>In the order in which they were asked for.</summary>
    public IReadOnlyList<PastDeployment> Deployments { get; init; } = [];

    /// <summary>Published releases, the oldest first: the tag, its commit, and when.</summary>
    public IReadOnlyList<(string Tag, string Sha, DateTimeOffset PublishedAt)> Releases { get; init; } = [];

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<PastIssue> Issues { get; init; } = [];
}
