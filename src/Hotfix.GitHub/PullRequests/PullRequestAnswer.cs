namespace Hotfix.GitHub.PullRequests;

/// <summary>The fields of REST's <c>pull-request</c> and <c>pull-request-simple</c> that are read here.</summary>
internal sealed record PullRequestAnswer(
    int Number,
    string HtmlUrl,
    string Title,
    string State,
    PullRequestAnswer.SideAnswer Head,
    PullRequestAnswer.SideAnswer Base,
    DateTimeOffset CreatedAt
)
{
    /// <summary><c>null</c> when there is no text.</summary>
    public string? Body { get; init; }

    public UserAnswer? User { get; init; }

    public bool? Draft { get; init; }

    public bool? Mergeable { get; init; }

    public string? MergeableState { get; init; }

    /// <summary>The test merge before merging, the real commit after.</summary>
    public string? MergeCommitSha { get; init; }

    public string? NodeId { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary><c>null</c> when it is not armed.</summary>
    public AutoMergeAnswer? AutoMerge { get; init; }

    public UserAnswer? MergedBy { get; init; }

    public DateTimeOffset? MergedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public IReadOnlyList<LabelAnswer>? Labels { get; init; }

    public IReadOnlyList<UserAnswer>? RequestedReviewers { get; init; }

    public IReadOnlyList<TeamAnswer>? RequestedTeams { get; init; }

    /// <param name="Ref">Branch, without <c>refs/heads/</c>.</param>
    /// <param name="Sha">Its commit.</param>
    /// <param name="Repo"><c>null</c> when a fork was deleted.</param>
    internal sealed record SideAnswer(string Ref, string Sha, RepoAnswer? Repo = null);

    internal sealed record RepoAnswer(long Id, UserAnswer? Owner = null);

    internal sealed record LabelAnswer(string? Name = null);

    internal sealed record AutoMergeAnswer(string MergeMethod, UserAnswer? EnabledBy = null);

    internal sealed record TeamAnswer(string Slug);
}
