namespace Hotfix.GitHub.Checks;

/// <summary>The fields of REST's <c>check-run</c> that are read here. Octokit's own model fails on <c>started_at: null</c>, which GitHub sends.</summary>
internal sealed record CheckRunAnswer(long Id, string Name)
{
    public string? Status { get; init; }

    public string? Conclusion { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public string? HtmlUrl { get; init; }

    public string? DetailsUrl { get; init; }

    public AppAnswer? App { get; init; }

    public OutputAnswer? Output { get; init; }

    public InSuiteAnswer? CheckSuite { get; init; }

    internal sealed record AppAnswer(long Id, string? Name = null);

    internal sealed record InSuiteAnswer(long? Id);

    internal sealed record OutputAnswer(string? Title = null, string? Summary = null, string? Text = null);
}
