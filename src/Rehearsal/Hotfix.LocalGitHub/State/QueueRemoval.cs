namespace Hotfix.LocalGitHub.State;

/// <summary>That a pull request left the merge queue without being merged, and why; nobody took it out when the queue itself did.</summary>
internal sealed record QueueRemoval(long Id, Account? By, string Reason, DateTimeOffset At);
