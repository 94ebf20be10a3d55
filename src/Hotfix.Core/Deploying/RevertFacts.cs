using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>What stands in the way of taking a release back on the branch that it came from.</summary>
/// <param name="Branch">The branch of the change that takes it back, <c>revert/v1.4.3</c>.</param>
/// <param name="BaseBranch">Where it goes.</param>
/// <param name="Preview">What it would give.</param>
/// <param name="Commits">What came with the release, oldest first.</param>
internal sealed record RevertFacts(BranchName Branch, BranchName BaseBranch, RevertPreview Preview, IReadOnlyList<CommitSummary> Commits)
{
    /// <summary>How pull requests are titled here; <c>null</c> for this tool's own habit.</summary>
    public TitlePattern? Title { get; init; }

    /// <summary>Whether the commit has to be signed.</summary>
    public SigningFacts Signing { get; init; } = SigningFacts.None;

    /// <summary>The branch's tip at the remote: an earlier run has pushed it; <c>null</c> when it is not there.</summary>
    public CommitSha? Pushed { get; init; }

    /// <summary>Its pull request, the open one or else the newest; <c>null</c> when none was ever opened.</summary>
    public PullRequest? PullRequest { get; init; }
}
