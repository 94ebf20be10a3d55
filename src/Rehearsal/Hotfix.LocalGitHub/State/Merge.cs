namespace Hotfix.LocalGitHub.State;

/// <summary>That, how and by whom a pull request was merged.</summary>
internal sealed record Merge(string Sha, Account By, DateTimeOffset At);
