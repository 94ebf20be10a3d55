using Hotfix.Core.Refs;

namespace Hotfix.Core.Requests;

/// <summary>What was asked of a rollback, parsed once.</summary>
internal sealed record RollbackRequest
{
    /// <summary>The release to go back to (<c>--to</c>); <c>null</c> for the last good one.</summary>
    public ReleaseTag? To { get; init; }

    /// <summary>Why (<c>--reason</c>); <c>null</c> when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it is done although it is known to be unsafe (<c>--anyway</c>); <c>null</c> without that.</summary>
    public string? Anyway { get; init; }

    /// <summary>Whether releases are to be unlocked, and nothing else (<c>--unlock</c>).</summary>
    public bool Unlocks { get; init; }
}
