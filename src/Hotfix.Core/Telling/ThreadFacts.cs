using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Telling;

/// <summary>All that the one thread of a hotfix says. What is not known is <c>null</c> or empty, and is left out.</summary>
/// <param name="Branch">The hotfix branch.</param>
/// <param name="State">Where it stands, in one line.</param>
internal sealed record ThreadFacts(BranchName Branch, string State)
{
    /// <summary>People's words for the trouble; of any length and content.</summary>
    public string? Description { get; init; }

    /// <summary>The page of the incident.</summary>
    public string? Incident { get; init; }

    /// <summary>The way into production.</summary>
    public Lane? Lane { get; init; }

    /// <summary>Why this lane, a line each.</summary>
    public IReadOnlyList<string> LaneReasons { get; init; } = [];

    /// <summary>Logins or names of who works on it; named, never mentioned.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The hotfix's pull request.</summary>
    public PullRequestLink? PullRequest { get; init; }

    /// <summary>The way, in its order.</summary>
    public IReadOnlyList<ThreadStage> Stages { get; init; } = [];

    /// <summary>What it waits for, and who clears it.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>The rules that were set aside.</summary>
    public IReadOnlyList<ThreadOverride> Overrides { get; init; } = [];

    /// <summary>From the tested commit to the released one.</summary>
    public IReadOnlyList<ShaLink> Shas { get; init; } = [];

    /// <summary>The release.</summary>
    public ReleaseTag? Tag { get; init; }

    /// <summary>Where it runs, or will.</summary>
    public IReadOnlyList<ThreadEnvironment> Environments { get; init; } = [];

    /// <summary>The command that takes production back; <c>null</c> while there is nothing to go back from.</summary>
    public string? RollbackCommand { get; init; }

    /// <summary>What happened when. A text must not change by itself: made without a present time.</summary>
    public HotfixTimeline? Timeline { get; init; }
}
