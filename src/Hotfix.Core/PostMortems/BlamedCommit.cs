using Hotfix.Core.Refs;

namespace Hotfix.Core.PostMortems;

/// <summary>A commit that was the last to touch lines which a fix then changed. Who wrote it is left out: nobody needs that.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="AuthoredAt">Author date: when it was written, whenever it was merged.</param>
/// <param name="Subject">First line of the message.</param>
/// <param name="Lines">How many of those lines.</param>
/// <param name="Files">The files that they are in, as they were called before the fix.</param>
internal sealed record BlamedCommit(CommitSha Sha, DateTimeOffset AuthoredAt, string Subject, int Lines, IReadOnlyList<string> Files);
