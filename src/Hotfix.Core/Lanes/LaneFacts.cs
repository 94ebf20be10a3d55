using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Lanes;

/// <summary>One look at the base branch against production.</summary>
internal sealed record LaneFacts
{
    /// <summary>The branch that standard releases are made from.</summary>
    public required BranchName BaseBranch { get; init; }

    /// <summary>Its tip at the remote.</summary>
    public required CommitSha BaseTip { get; init; }

    /// <summary>What production runs.</summary>
    public required CommitSha Production { get; init; }

    /// <summary>Its release tag.</summary>
    public required ReleaseTag ProductionTag { get; init; }

    /// <summary>Whether the tip contains what production runs; else a release of the base branch would take something out of production.</summary>
    public required bool ContainsProduction { get; init; }

    /// <summary>How many commits the tip has that production does not run.</summary>
    public int CommitsAhead { get; init; }

    /// <summary>
    /// Where the product lies that is meant: what is counted, named and compared here is that folder's alone; <c>null</c> for the whole repository.
    /// </summary>
    public ProductFolders? Product { get; init; }

    /// <summary>Pull requests that were merged since, <c>#17 title</c>; empty when they were not looked at.</summary>
    public IReadOnlyList<string> PullRequests { get; init; } = [];

    /// <summary>Files that differ between production and the tip.</summary>
    public IReadOnlyList<FileChange> Changes { get; init; } = [];

    /// <summary>Checks that have reported on the tip.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>Checks that the team requires, and those of the branch's rules, which are looked at only where one has failed.</summary>
    public IReadOnlyList<RequiredCheck> RequiredChecks { get; init; } = [];

    /// <summary>Where a freeze is declared and why, one line each: a labelled issue, a variable; empty when there is none.</summary>
    public IReadOnlyList<string> Freezes { get; init; } = [];

    /// <summary>Where fixes are owed to: the default branch, which need not be <see cref="BaseBranch"/>; <c>null</c> when it is.</summary>
    public BranchName? OwedTo { get; init; }

    /// <summary>Fixes that were not carried to the default branch yet: their open issues.</summary>
    public IReadOnlyList<Issue> Debts { get; init; } = [];

    /// <summary>The version that a release of the tip would have; <c>null</c> when it is not known.</summary>
    public SemanticVersion? NextVersion { get; init; }

    /// <summary>Prereleases of that version, newest first: it is somebody's release in the making. Empty where the version was confirmed.</summary>
    public IReadOnlyList<ReleaseTag> Candidates { get; init; } = [];
}
