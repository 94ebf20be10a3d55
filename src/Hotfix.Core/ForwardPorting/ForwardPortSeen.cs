using Hotfix.Core.Conventions;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>What one look saw of one debt.</summary>
internal sealed record ForwardPortSeen
{
    /// <summary>Its open issue.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Where the fix has to arrive.</summary>
    public required BranchTip Base { get; init; }

    /// <summary>How pull requests are titled here; <c>null</c> for this tool's own habit.</summary>
    public TitlePattern? Title { get; init; }

    /// <summary>What the issue says; <c>null</c> when its mark is gone.</summary>
    public Debt? Debt { get; init; }

    /// <summary>The fix and the base branch, compared; <c>null</c> when the remote has no such tag.</summary>
    public ForwardPortFacts? Facts { get; init; }

    /// <summary>What carrying over what is missing would give; <c>null</c> with <see cref="Facts"/>.</summary>
    public PickPreview? Preview { get; init; }

    /// <summary>Everything that the preview tried, in order, also behind a conflict.</summary>
    public IReadOnlyList<CommitPick> Picks { get; init; } = [];

    /// <summary>The branch that carries it, or shall: the first of its name that has no merged pull request.</summary>
    public BranchName? Branch { get; init; }

    /// <summary>That branch's tip at the remote; <c>null</c> when it is not there.</summary>
    public CommitSha? BranchTip { get; init; }

    /// <summary>Its pull request, the open one or else the newest; <c>null</c> when there never was one.</summary>
    public PullRequest? PullRequest { get; init; }

    /// <summary>Whether what carries it has to be signed.</summary>
    public SigningFacts Signing { get; init; } = SigningFacts.None;

    /// <summary>Earlier pull requests that were merged, oldest first.</summary>
    public IReadOnlyList<CarriedPullRequest> Merged { get; init; } = [];
}
