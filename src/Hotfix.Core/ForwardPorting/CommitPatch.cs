using Hotfix.Core.Refs;

namespace Hotfix.Core.ForwardPorting;

/// <summary>What one commit changes, as git-patch-id(1) names it: the same wherever, and however often, the same change is committed.</summary>
/// <param name="Sha">The commit.</param>
/// <param name="Subject">First line of its message.</param>
/// <param name="PatchId">Of its change, a merge's against its first parent; empty when it changes nothing.</param>
/// <param name="ReversePatchId">Of the change that takes it back; empty when it changes nothing.</param>
internal sealed record CommitPatch(CommitSha Sha, string Subject, string PatchId, string ReversePatchId);
