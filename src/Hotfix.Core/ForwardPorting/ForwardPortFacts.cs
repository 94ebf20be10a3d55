using Hotfix.Core.Refs;

namespace Hotfix.Core.ForwardPorting;

/// <summary>Everything by which it is decided whether a fix of a support line is on the base branch.</summary>
internal sealed record ForwardPortFacts
{
    /// <summary>The base branch.</summary>
    public required BranchName BaseBranch { get; init; }

    /// <summary>The fix as it was released, oldest first; at least one commit that changes something.</summary>
    public required IReadOnlyList<CommitPatch> Fix { get; init; }

    /// <summary>
    /// The whole fix as one change, as a squash merge brings it; the same as the only commit's when there is one. Empty when it was not looked at.
    /// </summary>
    public string WholePatchId { get; init; } = "";

    /// <summary>Commits of the base branch since the two lines parted, oldest first; at least those that touch the fix's files.</summary>
    public IReadOnlyList<CommitPatch> BaseCommits { get; init; } = [];

    /// <summary>Whether cherry-picking the whole fix onto the base branch's tip would change nothing there: the content has it, however it got in.</summary>
    public bool IsContained { get; init; }

    /// <summary>A recorded decision that the base branch no longer has that code: who, when and why, one line; <c>null</c> without one.</summary>
    public string? Decision { get; init; }
}
