using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>One commit in a list.</summary>
/// <param name="Sha">Its name.</param>
/// <param name="Parents">In order; empty for a root.</param>
/// <param name="Author">The author's name.</param>
/// <param name="CommittedAt">Committer date.</param>
/// <param name="Subject">First line of the message.</param>
internal sealed record CommitSummary(CommitSha Sha, IReadOnlyList<CommitSha> Parents, string Author, DateTimeOffset CommittedAt, string Subject);
