namespace Hotfix.Pipeline.Runs;

/// <summary>Which targets are to run, as far as one of them goes by the others.</summary>
internal sealed record RunPlan
{
    /// <summary>Whether a pull request is on the way: a branch without a commit is no end then, and tests count for its tip.</summary>
    public bool OpensPullRequest { get; init; }

    /// <summary>Whether the merge is waited for.</summary>
    public bool Merges { get; init; }

    /// <summary>Whether a release is made.</summary>
    public bool Releases { get; init; }

    /// <summary>Whether production is followed.</summary>
    public bool FollowsDeployment { get; init; }

    /// <summary>Whether it is the umbrella: everything from the branch on.</summary>
    public bool IsUmbrella { get; init; }
}
