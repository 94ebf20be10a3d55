using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>One submitted review.</summary>
/// <param name="Author">Login.</param>
/// <param name="Decision">What it says.</param>
/// <param name="Commit">The head that was reviewed; <c>null</c> when GitHub no longer knows it.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="CanWrite">Whether the author may write, so that the review counts; asked only of reviews that approve or ask for changes.</param>
internal sealed record Review(string Author, ReviewDecision Decision, CommitSha? Commit, DateTimeOffset SubmittedAt, bool CanWrite);
