using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>A fix as its pull request had it.</summary>
/// <param name="Before">Where it left the base branch.</param>
/// <param name="Head">Its newest commit.</param>
/// <param name="Commits">Its own, oldest first.</param>
/// <param name="Changes">What they change together.</param>
internal sealed record FixRange(CommitSha Before, CommitSha Head, IReadOnlyList<CommitSummary> Commits, IReadOnlyList<FileChange> Changes);
