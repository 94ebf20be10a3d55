using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>One row of the report. What is not known is <c>null</c>, never zero.</summary>
/// <param name="Branch">The hotfix branch.</param>
/// <param name="PullRequest">Its merged pull request.</param>
/// <param name="Timeline">Its moments.</param>
internal sealed record ReportedHotfix(BranchName Branch, PullRequestLink PullRequest, HotfixTimeline Timeline)
{
    /// <summary>People's words; of any content.</summary>
    public required string Title { get; init; }

    /// <summary>Login; empty when the account is gone.</summary>
    public required string Author { get; init; }

    /// <summary>The way that it took.</summary>
    public required Lane Lane { get; init; }

    /// <summary>How large it was.</summary>
    public required HotfixSize Size { get; init; }

    /// <summary>When it was merged, by which a period has it or not.</summary>
    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>The first release that has it; <c>null</c> before one does.</summary>
    public ReleaseTag? Tag { get; init; }

    /// <summary>The first deployment that brought it to production; <c>null</c> when none is known.</summary>
    public DeployedCommit? Deployment { get; init; }

    /// <summary>The rules that were set aside; <c>null</c> when nothing kept a record of them.</summary>
    public IReadOnlyList<SetAside>? Overrides { get; init; }

    /// <summary>Whether the base branch has it.</summary>
    public required CarriedOver ForwardPort { get; init; }

    /// <summary>Whether its lesson is written down.</summary>
    public required PostMortemProgress PostMortem { get; init; }

    /// <summary>Whether GitHub still knows when checks ran.</summary>
    public required bool HasChecks { get; init; }

    /// <summary>From the incident, or else the first sign of work on it, until production was well.</summary>
    public TimeSpan? TimeToRestore => Timeline.Restored is null ? null : Timeline.Total;

    /// <summary>From the first commit until production ran it.</summary>
    public TimeSpan? LeadTime => Timeline.Between(MomentKind.FirstCommit, MomentKind.Production);

    /// <summary>How long the open pull request waited for an approval while no check ran.</summary>
    public TimeSpan WaitingForReview => Timeline.Of(Occupation.Review);

    /// <summary>How long the open pull request had a check running.</summary>
    public TimeSpan? WaitingForChecks => HasChecks ? Timeline.Of(Occupation.Checks) : null;

    /// <summary>From the release until production was well.</summary>
    public TimeSpan? WaitingForDeployment => Timeline.Restored is null ? null : Timeline.Of(Occupation.Deployment);
}
