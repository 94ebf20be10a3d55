using Hotfix.Core.Refs;

namespace Hotfix.Core.ForwardPorting;

/// <summary>A commit of a branch: its tip, or the one that is to be released from it.</summary>
internal sealed record BranchTip(BranchName Branch, CommitSha Sha);
