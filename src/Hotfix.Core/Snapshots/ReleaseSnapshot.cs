using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Snapshots;

/// <summary>Everything that a release of one commit is decided by.</summary>
internal sealed record ReleaseSnapshot
{
    /// <summary>The commit to release: the merge commit, or the base branch's tip outside a hotfix.</summary>
    public required CommitSha Commit { get; init; }

    /// <summary>Release tags at the remote whose commit contains it, itself included.</summary>
    public IReadOnlyList<RemoteTag> TagsContaining { get; init; } = [];

    /// <summary>The tag that released the commit: the one on it, else the lowest that contains it; <c>null</c> when none does.</summary>
    public RemoteTag? Containing =>
        TagsContaining
            .Where(tag => tag.Release is not null)
            .OrderByDescending(tag => tag.Commit == Commit)
            .ThenBy(tag => tag.Release!.Version)
            .FirstOrDefault();

    /// <summary>The highest release tag that it contains; <c>null</c> before the first release.</summary>
    public ReleaseTag? BaseTag { get; init; }

    /// <summary><c>v</c> or nothing, as the newest release tag has it; <c>v</c> before the first.</summary>
    public string TagPrefix { get; init; } = "v";

    /// <summary>GitVersion's answer; <c>null</c> when it was not asked because the commit is released already.</summary>
    public CalculatedVersion? Version { get; init; }

    /// <summary>GitVersion's answer for the commit before the hotfix; only looked at when <see cref="Version"/> goes beyond the next patch.</summary>
    public CalculatedVersion? VersionWithoutHotfix { get; init; }

    /// <summary>The release of <see cref="Containing"/>, also where that tag is at a later commit; <c>null</c> when there is none yet.</summary>
    public PublishedRelease? Release { get; init; }

    /// <summary>
    /// When <see cref="Containing"/> was made, where nothing but tags says what is released; <c>null</c> where there is a release, or will be,
    /// and for a bare tag.
    /// </summary>
    public DateTimeOffset? TaggedAt { get; init; }

    /// <summary>
    /// The highest version among the published releases, whatever GitHub calls the latest at the moment; <c>null</c> when none is published, and
    /// where this one is the latest.
    /// </summary>
    public ReleaseTag? HighestRelease { get; init; }

    /// <summary>What GitHub calls the latest release; only looked at once this one is published, and <c>null</c> when GitHub shows none.</summary>
    public PublishedRelease? Latest { get; init; }

    /// <summary>Checks that have reported on the commit.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>
    /// The commit whose content is the same and which the required checks passed on, the merged head; <c>null</c> when the content differs or there
    /// was no pull request.
    /// </summary>
    public CommitSha? SameContentAs { get; init; }

    /// <summary>Open issues that lock releases; looked at while nothing is tagged.</summary>
    public IReadOnlyList<Issue> Locks { get; init; } = [];

    /// <summary>Open issues that stand for a fix which the default branch may lack; looked at while nothing is tagged.</summary>
    public IReadOnlyList<DebtFound> Debts { get; init; } = [];

    /// <summary>Runs of the team's release workflow for this commit, newest first; only looked at where that one releases.</summary>
    public IReadOnlyList<FollowedRun> Runs { get; init; } = [];

    /// <summary>The tool that numbers releases here; <c>null</c> for none, where it was not looked for, and where the version is confirmed.</summary>
    public string? NumberedBy { get; init; }

    /// <summary>A look at release-please's pull request, in place of the hotfix's; <c>null</c> when none is open, and where that does not release.</summary>
    public Snapshot? Pending { get; init; }

    /// <summary>Commits of the product since its release before, oldest first; only looked at for a product that is released outside a hotfix.</summary>
    public IReadOnlyList<CommitSummary> ProductCommits { get; init; } = [];

    /// <summary>Files to attach.</summary>
    public IReadOnlyList<LocalAsset> Assets { get; init; } = [];
}
