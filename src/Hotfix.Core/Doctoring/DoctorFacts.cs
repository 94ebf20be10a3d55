using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Everything that can be known before a hotfix is needed. A reading that is <c>null</c> was not taken: what it needs was missing before.</summary>
internal sealed record DoctorFacts
{
    /// <summary>The release that a hotfix of production's line would be, or why there is none; <c>null</c> when it is not known what production runs.</summary>
    public Reading<string>? NextOnLine { get; init; }

    /// <summary>The folder of the build that runs, where production's commit does not have it; <c>null</c> else.</summary>
    public string? LacksBuild { get; init; }

    /// <summary>The tool that numbers releases here, so that a person confirms that version; <c>null</c> for none.</summary>
    public string? NumberedBy { get; init; }

    /// <summary>How it is to be.</summary>
    public DoctorExpectations Expected { get; init; } = new();

    /// <summary>The clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What <c>git --version</c> says.</summary>
    public string GitVersion { get; init; } = "";

    /// <summary>How many objects are packed in a clone that has no commit-graph; 0 when it has one, or when that is not known.</summary>
    public long ObjectsWithoutGraph { get; init; }

    /// <summary>Why GitHub cannot be asked at all; <c>null</c> when it can.</summary>
    public Refusal? NoGitHub { get; init; }

    /// <summary>Why git cannot read the remote; <c>null</c> when it can.</summary>
    public string? NoRemote { get; init; }

    /// <summary>Why no tag counts as a release; <c>null</c> when that is no question.</summary>
    public Refusal? TagRefusal { get; init; }

    /// <summary>Where the product lies that is meant; <c>null</c> for the whole repository.</summary>
    public ProductFolders? Product { get; init; }

    /// <summary>Whether a version can be calculated for the default branch's tip, and which; <c>null</c> where it was not asked.</summary>
    public Reading<string>? NextVersion { get; init; }

    /// <summary>GitVersion's configuration where it has words of version 5, with them; <c>null</c> where it has none, and where nobody asked.</summary>
    public string? OldVersionWords { get; init; }

    /// <summary>How the team names its branches.</summary>
    public HotfixConventions Conventions { get; init; } = HotfixConventions.Default;

    /// <summary>What release tags begin with.</summary>
    public string TagPrefix { get; init; } = TagPattern.Default.Prefix;

    /// <summary>A release tag such as the next one may be, <c>v1.4.3</c>.</summary>
    public string SampleTag => $"{TagPrefix}1.4.3";

    /// <summary>How pull requests are titled here, as the repository tells; <c>null</c> when it tells nothing, or was not asked.</summary>
    public TitlePattern? FoundTitle { get; init; }

    /// <summary>The branch that production seems to be released from, when that is not <see cref="Main"/> and nobody said so; else <c>null</c>.</summary>
    public BranchName? OtherBase { get; init; }

    /// <summary>The repository's address for people, without a slash at its end.</summary>
    public string Web { get; init; } = "";

    /// <summary>The default branch.</summary>
    public BranchName Main { get; init; } = BranchName.Parse("main");

    /// <summary>The credential and the time.</summary>
    public Reading<ServerGreeting>? Server { get; init; }

    /// <summary>Settings.</summary>
    public Reading<RepositorySettings>? Repository { get; init; }

    /// <summary>What <see cref="Main"/> demands.</summary>
    public Reading<BranchRules>? MainRules { get; init; }

    /// <summary>The names under which something has reported on the tip of <see cref="Main"/>.</summary>
    public Reading<IReadOnlyList<string>>? ChecksOnMain { get; init; }

    /// <summary>What each support line demands: those that exist, and the one that the next exceptional hotfix would make.</summary>
    public IReadOnlyDictionary<BranchName, Reading<BranchRules>> SupportRules { get; init; } = new Dictionary<BranchName, Reading<BranchRules>>();

    /// <summary>The support line that the next exceptional hotfix would have to make; empty when it is there, or not known.</summary>
    public IReadOnlyList<BranchName> LinesToMake { get; init; } = [];

    /// <summary>Environments.</summary>
    public Reading<IReadOnlyList<GitHubEnvironment>>? Environments { get; init; }

    /// <summary>Workflows that GitHub knows.</summary>
    public Reading<IReadOnlyList<WorkflowFile>>? Workflows { get; init; }

    /// <summary>Workflow files at the default branch's tip.</summary>
    public Reading<IReadOnlyList<WorkflowTriggers>>? OnMain { get; init; }

    /// <summary>Workflow files at the commit that production runs, from which an exceptional hotfix is cut; <c>null</c> while that is not known.</summary>
    public Reading<IReadOnlyList<WorkflowTriggers>>? AtProduction { get; init; }

    /// <summary>What production runs.</summary>
    public Reading<ProductionAnswer>? Production { get; init; }

    /// <summary>Rulesets for branches and tags.</summary>
    public Reading<IReadOnlyList<RefRule>>? RefRules { get; init; }

    /// <summary>Whether releases are sealed when they are published.</summary>
    public Reading<bool>? ImmutableReleases { get; init; }

    /// <summary>Open issues that lock releases.</summary>
    public Reading<IReadOnlyList<Issue>>? Locks { get; init; }

    /// <summary>Open issues that stand for fixes which the default branch may lack.</summary>
    public Reading<IReadOnlyList<DebtFound>>? Debts { get; init; }

    /// <summary>What <c>Test</c> would run here; <c>null</c> in a build without it.</summary>
    public PlannedTests? Tests { get; init; }

    /// <summary>Open post-mortems.</summary>
    public Reading<IReadOnlyList<Issue>>? PostMortems { get; init; }
}
