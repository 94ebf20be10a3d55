namespace Hotfix.Core.Snapshots;

/// <summary>
/// One check run or commit status on one commit; of a check run the newest of its name, app, workflow and event: two workflows may have a job of one name,
/// and both count.
/// </summary>
/// <param name="Name">The check run's name or the status's context.</param>
/// <param name="Kind">Which API reported it.</param>
/// <param name="AppId">The GitHub App behind a check run; <c>null</c> for a commit status.</param>
/// <param name="State">What it means for merging.</param>
/// <param name="Detail">GitHub's own word (<c>success</c>, <c>timed_out</c>, <c>in_progress</c>, …), unknown ones included.</param>
/// <param name="Url">Its page; empty when it has none.</param>
/// <param name="Id">The check run's id, which is the job's id for GitHub Actions; <c>null</c> for a commit status.</param>
/// <param name="Summary">What it says of itself, one line; empty when nothing.</param>
internal sealed record CheckResult(string Name, CheckKind Kind, long? AppId, CheckState State, string Detail, string Url, long? Id, string Summary)
{
    /// <summary>The app behind a check run, for people; <c>null</c> for a commit status.</summary>
    public string? AppName { get; init; }

    /// <summary>When it began to run; <c>null</c> before, for a commit status, and where GitHub did not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; <c>null</c> before, for a commit status, and where GitHub did not say.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
