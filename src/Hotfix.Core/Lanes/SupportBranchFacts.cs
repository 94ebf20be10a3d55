using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>Where a support branch stands against what production runs.</summary>
/// <param name="Branch">Its name.</param>
/// <param name="Production">What production runs.</param>
/// <param name="Tip">Its tip at the remote; <c>null</c> when there is no such branch.</param>
/// <param name="Ahead">Commits of the branch that production does not run.</param>
/// <param name="Behind">Commits that production runs and the branch has not.</param>
internal sealed record SupportBranchFacts(BranchName Branch, CommitSha Production, CommitSha? Tip, int Ahead, int Behind);
