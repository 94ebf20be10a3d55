using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>Everything by which it is decided what production runs.</summary>
internal sealed record ProductionFacts
{
    /// <summary>What the sources say; a source that is not configured, or has nothing, is not among them.</summary>
    public IReadOnlyList<ProductionClaim> Claims { get; init; } = [];

    /// <summary>Which sources count, the first that says anything alone; <c>null</c>: all of <see cref="Claims"/>, and they must agree.</summary>
    public IReadOnlyList<ProductionSource>? Order { get; init; }

    /// <summary>What was seen and says nothing of what runs, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The newest release tag by version, prereleases left out; <c>null</c> before the first.</summary>
    public RemoteTag? NewestRelease { get; init; }

    /// <summary>The commit that a person confirmed with <c>--base</c>; <c>null</c> when none did.</summary>
    public CommitSha? Confirmed { get; init; }

    /// <summary>
    /// Where that is not what a source says: commits that only one of the two has, <c>&lt; subject</c> for production's and <c>&gt; subject</c> for the
    /// confirmed one's.
    /// </summary>
    public IReadOnlyList<string> Difference { get; init; } = [];

    /// <summary>Every tag at the remote.</summary>
    public IReadOnlyList<RemoteTag> Tags { get; init; } = [];

    /// <summary>A deployment to production that is newer than the successful one and not over; <c>null</c> when none is.</summary>
    public Deployment? UnderWay { get; init; }
}
