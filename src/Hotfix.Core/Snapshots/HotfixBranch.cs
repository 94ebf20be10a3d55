using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>The hotfix branch, here and at the remote.</summary>
internal sealed record HotfixBranch
{
    /// <summary><c>hotfix/…</c>.</summary>
    public required BranchName Name { get; init; }

    /// <summary>Its tip in this clone; <c>null</c> when it is not here.</summary>
    public CommitSha? LocalTip { get; init; }

    /// <summary>Its tip at the remote; <c>null</c> when it is not there.</summary>
    public CommitSha? RemoteTip { get; init; }

    /// <summary>How the two stand to each other.</summary>
    public BranchRelation Relation { get; init; } = BranchRelation.Absent;

    /// <summary>The work tree that has it checked out, absolute; <c>null</c> when none has.</summary>
    public string? WorktreePath { get; init; }

    /// <summary>Where it left the base branch, also after it was merged; <c>null</c> when it does not exist or shares no history with the base.</summary>
    public CommitSha? MergeBase { get; init; }

    /// <summary>Its own commits, oldest first; empty once it was merged.</summary>
    public IReadOnlyList<CommitSummary> Commits { get; init; } = [];

    /// <summary>Commits that neither its merged pull request nor the base branch has; empty before it is merged.</summary>
    public IReadOnlyList<CommitSummary> CommitsAfterMerge { get; init; } = [];

    /// <summary>What it changes, from <see cref="MergeBase"/> to <see cref="Tip"/>.</summary>
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>Other long-lived branches that it shares unmerged commits with: it was cut from one of them.</summary>
    public IReadOnlyList<BranchName> OtherBases { get; init; } = [];

    /// <summary>The commit that the hotfix stands at: the newer of the two tips (the local one when they diverged); <c>null</c> when absent.</summary>
    public CommitSha? Tip => Relation == BranchRelation.Behind ? RemoteTip : LocalTip ?? RemoteTip;
}
