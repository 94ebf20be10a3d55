using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Everything by which a rollback is decided.</summary>
internal sealed record RollbackFacts
{
    /// <summary>Where.</summary>
    public required string Environment { get; init; }

    /// <summary>Every tag at the remote.</summary>
    public IReadOnlyList<RemoteTag> Tags { get; init; } = [];

    /// <summary>The newest deployments to the environment, newest first.</summary>
    public IReadOnlyList<Deployment> Newest { get; init; } = [];

    /// <summary>Open issues that lock releases.</summary>
    public IReadOnlyList<Issue> Locks { get; init; } = [];

    /// <summary>Deployments of the release that a lock of ours names, which may be older than <see cref="Newest"/>.</summary>
    public IReadOnlyList<Deployment> Recorded { get; init; } = [];

    /// <summary><c>--to</c>; <c>null</c> without it.</summary>
    public ReleaseTag? To { get; init; }

    /// <summary>Why; <c>null</c> when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it is done although it is known to be unsafe; <c>null</c> without that.</summary>
    public string? Anyway { get; init; }

    /// <summary>How the release is deployed, for people; <c>null</c> when neither steps nor a workflow are configured.</summary>
    public string? How { get; init; }

    /// <summary>What is asked after it; <c>null</c> when nothing is configured.</summary>
    public string? Verifies { get; init; }

    /// <summary>Files that changed between the two releases and after whose change there is no easy way back; looked at once the two are chosen.</summary>
    public IReadOnlyList<string> UnsafeFiles { get; init; } = [];

    /// <summary>What taking the release back on its branch would give; <c>null</c> where there is nothing to take back.</summary>
    public RevertFacts? Revert { get; init; }
}
