namespace Hotfix.LocalGitHub.State;

internal sealed record CommitStatus(long Id, string Sha, string Context, string State, Account Creator, DateTimeOffset At)
{
    public string? Description { get; init; }

    public string? TargetUrl { get; init; }
}
