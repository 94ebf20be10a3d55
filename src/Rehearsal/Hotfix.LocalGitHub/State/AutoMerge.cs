namespace Hotfix.LocalGitHub.State;

/// <summary>A merge that happens by itself once the rules are met.</summary>
internal sealed record AutoMerge(Account EnabledBy, string Method, string? Title, string? Message, DateTimeOffset At);
