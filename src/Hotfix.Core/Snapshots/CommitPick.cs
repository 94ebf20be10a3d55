using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A commit to copy onto another branch.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="MainlineParent">For a merge commit, the parent (from 1) against which its change is taken; <c>null</c> for any other commit.</param>
internal sealed record CommitPick(CommitSha Commit, int? MainlineParent = null);
