namespace Hotfix.GitHub.Workflows;

/// <summary>The fields of REST's <c>workflow-run</c> that are read here. <c>status</c> may be null, and words come that Octokit does not know.</summary>
internal sealed record WorkflowRunAnswer(long Id, string HeadSha, string HtmlUrl, DateTimeOffset CreatedAt)
{
    public string? Name { get; init; }

    public string? DisplayTitle { get; init; }

    public string? HeadBranch { get; init; }

    public string? Path { get; init; }

    public string? Event { get; init; }

    public string? Status { get; init; }

    public string? Conclusion { get; init; }

    public int? RunAttempt { get; init; }

    public long? CheckSuiteId { get; init; }

    public UserAnswer? Actor { get; init; }
}
