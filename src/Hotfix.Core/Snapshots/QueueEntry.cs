namespace Hotfix.Core.Snapshots;

/// <summary>A place in the merge queue.</summary>
/// <param name="Position">1 is next.</param>
/// <param name="State">GitHub's word in lower case: <c>queued</c>, <c>awaiting_checks</c>, <c>mergeable</c>, <c>unmergeable</c>, <c>locked</c>, or one that
/// this software does not know.</param>
/// <param name="Estimate">How long GitHub thinks it takes; <c>null</c> when it does not say.</param>
/// <param name="EnqueuedAt">Since when.</param>
/// <param name="IsAhead">Whether it was put in front of the others.</param>
internal sealed record QueueEntry(int Position, string State, TimeSpan? Estimate, DateTimeOffset EnqueuedAt, bool IsAhead);
