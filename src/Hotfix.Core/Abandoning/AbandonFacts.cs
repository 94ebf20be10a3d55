using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Abandoning;

/// <summary>Everything by which giving a hotfix up is decided.</summary>
internal sealed record AbandonFacts
{
    /// <summary>The look at the hotfix: its branch here and at the remote, and its pull request.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>Why; <c>null</c> when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the pull request has everything that the remote's branch has: GitHub keeps a pull request's commits for good.</summary>
    public bool IsRemoteKept { get; init; }

    /// <summary>Whether the pull request has everything that the local branch has, or that has nothing of its own.</summary>
    public bool IsLocalKept { get; init; }
}
