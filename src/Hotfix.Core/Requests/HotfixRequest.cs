using Hotfix.Core.Conventions;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Requests;

/// <summary>What a person asked for, parsed once; from here on there are no raw strings.</summary>
internal sealed record HotfixRequest
{
    /// <summary>The words of <c>--description</c>; <c>null</c> when the checked-out branch says which hotfix is meant.</summary>
    public string? Description { get; init; }

    /// <summary>The branch that the description names; <c>null</c> without one.</summary>
    public BranchName? Branch { get; init; }

    /// <summary>Whether a finished hotfix of the same name is another incident's (<c>--new</c>).</summary>
    public bool StartsAnew { get; init; }

    /// <summary>How the team names things.</summary>
    public HotfixConventions Conventions { get; init; } = HotfixConventions.Default;

    /// <summary>The remote's name; <c>null</c> when git's own choice is meant.</summary>
    public string? Remote { get; init; }

    /// <summary>The App that the workflows act as, by its name in its address; <c>null</c> when the settings name none.</summary>
    public string? App { get; init; }

    /// <summary>The branch that the fix goes into; <c>null</c> for the remote's default branch.</summary>
    public BranchName? BaseBranch { get; init; }

    /// <summary>The way into production that is asked for.</summary>
    public LaneChoice Lane { get; init; } = LaneChoice.Auto;

    /// <summary>Where it is written what production runs.</summary>
    public ProductionSettings Production { get; init; } = new();

    /// <summary>Whether anything is deployed from here; not of a library, whose release is the end.</summary>
    public bool Deploys { get; init; } = true;

    /// <summary>Where a release of the exceptional lane is tried before production.</summary>
    public string StagingEnvironment { get; init; } = "hotfix-staging";

    /// <summary>A commit, a range or a patch file to apply; <c>null</c> when a person will commit the fix.</summary>
    public string? Fix { get; init; }

    /// <summary>Absolute path of the linked work tree to make; <c>null</c> for the present one.</summary>
    public string? WorktreePath { get; init; }

    /// <summary>Whether a branch with a commit is pushed right away, before its tests and its pull request.</summary>
    public bool PushesBranch { get; init; }

    /// <summary>Tests that were run elsewhere: no test is run here; <c>null</c> when they are to be run here.</summary>
    public GivenEvidence? Evidence { get; init; }

    /// <summary>How large a fix may be.</summary>
    public SizeBudget Budget { get; init; } = SizeBudget.Default;

    /// <summary>Why this fix may be larger; quoted in the pull request; <c>null</c> when it may not.</summary>
    public string? OverBudgetReason { get; init; }

    /// <summary>The incident, as an address or <c>#17</c>; <c>null</c> when none was named.</summary>
    public string? Incident { get; init; }

    /// <summary>Labels of the pull request.</summary>
    public IReadOnlyList<string> Labels { get; init; } = ["hotfix"];

    /// <summary>Logins or <c>org/team</c>.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Whether the pull request is opened as a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The merge method that is wanted; <c>null</c> for the first that the repository allows.</summary>
    public MergeMethod? MergeMethod { get; init; }

    /// <summary>Checks that must pass beside those that the repository's rules name.</summary>
    public IReadOnlyList<RequiredCheck> RequiredChecks { get; init; } = [];

    /// <summary>Whether GitHub is told to merge by itself once the rules are met, so that no run has to be there.</summary>
    public bool ArmsAutoMerge { get; init; }

    /// <summary>Why this fix goes to the front of a merge queue; <c>null</c> to queue behind the others.</summary>
    public string? JumpReason { get; init; }

    /// <summary>How long one run waits for others; 4 hours unless set.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long between two looks while waiting; 15 seconds unless set, 1 second to 5 minutes.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a check may take to appear before its absence means something; 2 minutes unless set.</summary>
    public TimeSpan CheckGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Who makes the release.</summary>
    public ReleaseSettings Release { get; init; } = new();

    /// <summary>Workflows of the team's that this run would start, to release or to deploy.</summary>
    public IReadOnlyList<StartedWorkflow> Starts { get; init; } = [];

    /// <summary>The team's own command that prints a commit's version; <c>null</c> for GitVersion.</summary>
    public string? VersionCommand { get; init; }

    /// <summary>The version that a person confirmed; <c>null</c> when the calculated one is to be taken.</summary>
    public SemanticVersion? Version { get; init; }

    /// <summary>What is said about fixes that have to be carried to the base branch.</summary>
    public DebtTerms Debt { get; init; } = DebtTerms.Default;

    /// <summary>Whether the release tag is signed in any case.</summary>
    public bool SignsTag { get; init; }

    /// <summary>Whether each of <see cref="ReleaseAssets"/> needs an attestation of its provenance.</summary>
    public bool RequiresProvenance { get; init; }

    /// <summary>Files to attach to the release.</summary>
    public IReadOnlyList<LocalAsset> ReleaseAssets { get; init; } = [];

    /// <summary>Who is told of what happens.</summary>
    public IReadOnlyList<Webhook> Webhooks { get; init; } = [];

    /// <summary>The folder of the repository that has the build whose targets run; <c>null</c> when they are not the repository's.</summary>
    public string? BuildFolder { get; init; }

    /// <summary>How the releases of a support line are numbered.</summary>
    public VersionScheme VersionScheme { get; init; }

    /// <summary>Whether the number of a support line's release is nobody else's: a person has confirmed it, or it has the commit in it.</summary>
    public bool IsNumberOurs => Version is not null || VersionScheme == VersionScheme.Suffix;

    /// <summary>The suffix that a support line's release of this commit has; empty where it is a patch.</summary>
    public string SuffixOf(CommitSha commit) => VersionScheme == VersionScheme.Suffix ? $"hotfix{commit.Short}" : "";

    /// <summary>
    /// The request as it holds in a lane. A release of a support line whose number is nobody else's is made by this software, also where another tool numbers
    /// and makes the releases of the base branch.
    /// </summary>
    public HotfixRequest In(Snapshots.Lane lane) =>
        lane == Snapshots.Lane.Exceptional && IsNumberOurs && Release.Strategy is ReleaseStrategy.ReleasePlease or ReleaseStrategy.AwaitTag
            ? this with
            {
                Release = Release with { Strategy = ReleaseStrategy.Publish },
            }
            : this;
}
