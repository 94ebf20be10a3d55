namespace Hotfix.GitHub.PullRequests;

/// <summary>The fields of REST's <c>pull-request-review</c> that are read here.</summary>
internal sealed record ReviewAnswer(string State)
{
    public UserAnswer? User { get; init; }

    public string? CommitId { get; init; }

    /// <summary><c>null</c> while the reviewer is still writing.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }
}
