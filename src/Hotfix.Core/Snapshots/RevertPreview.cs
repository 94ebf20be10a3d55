using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What taking back everything between two commits would give, found on git objects alone.</summary>
/// <param name="Onto">The commit on which it is taken back.</param>
/// <param name="Tree">The tree that results, a full sha; <c>null</c> on a conflict.</param>
/// <param name="Conflicts">Paths that were changed since; empty without a conflict.</param>
/// <param name="ChangesNothing">Whether it has been taken back already.</param>
internal sealed record RevertPreview(CommitSha Onto, string? Tree, IReadOnlyList<string> Conflicts, bool ChangesNothing);
