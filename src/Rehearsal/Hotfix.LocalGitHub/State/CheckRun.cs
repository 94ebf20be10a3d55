namespace Hotfix.LocalGitHub.State;

internal sealed class CheckRun(long id, string headSha, CheckSuite suite)
{
    public long Id { get; } = id;

    public string HeadSha { get; } = headSha;

    public CheckSuite Suite { get; } = suite;

    public required string Name { get; set; }

    public string Status { get; set; } = "queued";

    public string? Conclusion { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public string? ExternalId { get; set; }

    public string? DetailsUrl { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    /// <summary>GitHub counts these three as passed.</summary>
    public bool Passed => Status == "completed" && Conclusion is "success" or "neutral" or "skipped";

    public bool Failed => Status == "completed" && !Passed;
}
