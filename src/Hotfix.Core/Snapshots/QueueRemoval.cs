namespace Hotfix.Core.Snapshots;

/// <summary>That a pull request was taken out of the merge queue.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; <c>null</c> when GitHub itself did, or does not say.</param>
/// <param name="Reason">GitHub's words; empty when it gives none.</param>
internal sealed record QueueRemoval(DateTimeOffset At, string? By, string Reason);
