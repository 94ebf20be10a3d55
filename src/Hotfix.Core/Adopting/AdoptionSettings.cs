using Hotfix.Core.Conventions;

namespace Hotfix.Core.Adopting;

/// <summary>The settings of a team, as its process page and its parameters file state them.</summary>
internal sealed record AdoptionSettings
{
    /// <summary>Most files that a hotfix may change.</summary>
    public required int MaxFiles { get; init; }

    /// <summary>Most lines.</summary>
    public required int MaxLines { get; init; }

    /// <summary>Whether a test must be among the changes.</summary>
    public required bool RequiresTest { get; init; }

    /// <summary>Patterns of what a hotfix leaves alone.</summary>
    public required IReadOnlyList<string> ForbiddenPaths { get; init; }

    /// <summary>The branch that fixes go into; <c>null</c>: the default branch.</summary>
    public string? Base { get; init; }

    /// <summary>How release tags are named; <c>null</c>: as found.</summary>
    public string? TagPattern { get; init; }

    /// <summary>Which product's tags count; <c>null</c>: there is one.</summary>
    public string? Product { get; init; }

    /// <summary>How pull requests are titled; <c>null</c>: as found.</summary>
    public string? Title { get; init; }

    /// <summary>Who releases; <c>null</c>: this software.</summary>
    public string? ReleaseStrategy { get; init; }

    /// <summary>The workflow that releases; <c>null</c>: not said.</summary>
    public string? ReleaseWorkflow { get; init; }

    /// <summary>The workflow that deploys; <c>null</c>: not said.</summary>
    public string? DeployWorkflow { get; init; }

    /// <summary>Whether nothing is deployed from here: a library, packages.</summary>
    public bool DeploysNothing { get; init; }

    /// <summary>Whether our own release workflow deploys: not where another one does, and not where nothing is deployed.</summary>
    public bool DeploysByRelease => !DeploysNothing && (DeployWorkflow ?? "release.yml") == "release.yml";

    /// <summary>Whether what waits is looked for by the clock, too, and not on events alone.</summary>
    public bool ResumesByTheClock { get; init; } = true;

    /// <summary>The App that the workflows act as, by its name in its address; <c>null</c> for none.</summary>
    public string? App { get; init; }

    /// <summary>What the team calls things; the pattern of its tags is there also where only the tags tell it.</summary>
    public HotfixConventions Conventions { get; init; } = HotfixConventions.Default;

    /// <summary>What was said of them and of the base branch, by the parameters' names: it is written down as it is.</summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels of the pull request.</summary>
    public IReadOnlyList<string> Labels { get; init; } = ["hotfix"];

    /// <summary>Who is asked for a review; empty: whom the repository's rules name.</summary>
    public IReadOnlyList<string> Reviewers { get; init; } = [];

    /// <summary>Checks beside those that the rules name.</summary>
    public IReadOnlyList<string> RequiredChecks { get; init; } = [];

    /// <summary><c>null</c>: the first that the repository allows.</summary>
    public string? MergeMethod { get; init; }

    /// <summary>Production's environment.</summary>
    public string ProductionEnvironment { get; init; } = "production";

    /// <summary>The exceptional lane's staging.</summary>
    public string StagingEnvironment { get; init; } = "hotfix-staging";

    /// <summary>Where production says what it runs; <c>null</c>: nowhere.</summary>
    public string? HealthUrl { get; init; }

    /// <summary>The variable that says it; <c>null</c>: none.</summary>
    public string? ProductionVariable { get; init; }

    /// <summary>How it is deployed; <c>null</c>: not said.</summary>
    public string? DeployCommand { get; init; }

    /// <summary>The team's own test command; <c>null</c>: <c>dotnet test</c>.</summary>
    public string? TestCommand { get; init; }

    /// <summary>Patterns of the files that it leaves.</summary>
    public IReadOnlyList<string> TestResults { get; init; } = [];

    /// <summary>The solution whose tests count; <c>null</c>: the one that is found.</summary>
    public string? Solution { get; init; }
}
