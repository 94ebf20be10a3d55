using Hotfix.Core.Telling;

namespace Hotfix.Core.PostMortems;

/// <summary>A commit that may have brought what was fixed. A candidate: people find out whether it did.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="PullRequest">The pull request that it came with; <c>null</c> when none is known.</param>
internal sealed record CauseCandidate(BlamedCommit Commit, PullRequestLink? PullRequest);
