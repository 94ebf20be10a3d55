using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.PostMortems;

/// <summary>All that can be looked up about one hotfix that is out. What is not known is <c>null</c> or empty, and <see cref="Gaps"/> says why.</summary>
/// <param name="Hotfix">The hotfix and its release.</param>
/// <param name="Description">People's words for the trouble; of any length and content.</param>
/// <param name="Timeline">What happened when, and where the time went.</param>
internal sealed record PostMortemFacts(ReleasedHotfix Hotfix, string Description, HotfixTimeline Timeline)
{
    /// <summary>The incident, an address or <c>#17</c>.</summary>
    public string? Incident { get; init; }

    /// <summary>Logins of those who approved it, the first first.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>The release's page.</summary>
    public string? ReleaseUrl { get; init; }

    /// <summary>The files that the fix changed.</summary>
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>How large it was.</summary>
    public SizeReport? Size { get; init; }

    /// <summary>The commits that last touched the fixed lines; tests and lock files do not count.</summary>
    public IReadOnlyList<CauseCandidate> Candidates { get; init; } = [];

    /// <summary>What of them could not be looked at.</summary>
    public IReadOnlyList<string> UnknownCandidates { get; init; } = [];

    /// <summary>What the thread remembers: reasons, waits, failures, retries.</summary>
    public IReadOnlyList<ThreadEntry> Log { get; init; } = [];

    /// <summary>Why it went over its budget, as its pull request has it.</summary>
    public string? OverBudgetReason { get; init; }

    /// <summary>Whether the newer line has the fix, in Markdown.</summary>
    public string ForwardPort { get; init; } = "";

    /// <summary>What could not be read, and why, a line each.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
