namespace Hotfix.LocalGitHub.State;

/// <summary>What <c>PATCH /repos/{owner}/{repo}</c> may change.</summary>
internal sealed class RepositorySettings
{
    public bool Private { get; set; } = true;

    public string? Description { get; set; }

    public bool AllowMergeCommit { get; set; } = true;

    public bool AllowSquashMerge { get; set; } = true;

    /// <summary><c>COMMIT_OR_PR_TITLE</c> or <c>PR_TITLE</c>.</summary>
    public string SquashTitle { get; set; } = "COMMIT_OR_PR_TITLE";

    public bool AllowRebaseMerge { get; set; } = true;

    public bool AllowAutoMerge { get; set; }

    public bool AllowUpdateBranch { get; set; }

    public bool DeleteBranchOnMerge { get; set; }

    /// <summary>Read-only for good; only shown, writes go on.</summary>
    public bool Archived { get; set; }

    public bool ImmutableReleases { get; set; }
}
