namespace Hotfix.Core.Snapshots;

/// <summary>What the repository's own rules demand of a merge into one branch: rulesets and classic protection together, the stricter of the two.</summary>
internal sealed record BranchRules
{
    /// <summary>Nothing is demanded, and everything could be read.</summary>
    public static BranchRules None { get; } = new();

    /// <summary>By name, then app; empty when no check is required.</summary>
    public IReadOnlyList<RequiredCheck> RequiredChecks { get; init; } = [];

    /// <summary>0 to 6 (GitHub's limit).</summary>
    public int RequiredApprovals { get; init; }

    /// <summary>Whether the owners of the changed files must approve.</summary>
    public bool RequiresCodeOwners { get; init; }

    /// <summary>Whether a new push takes approvals back.</summary>
    public bool DismissesStaleReviews { get; init; }

    /// <summary>Whether somebody other than the last pusher must approve.</summary>
    public bool RequiresLastPushApproval { get; init; }

    /// <summary>Whether every conversation must be resolved.</summary>
    public bool RequiresResolvedConversations { get; init; }

    /// <summary>Whether the head must contain the base's tip.</summary>
    public bool RequiresUpToDateHead { get; init; }

    /// <summary>Whether merging goes through a merge queue.</summary>
    public bool UsesMergeQueue { get; init; }

    /// <summary>How the queue merges, whatever it is asked for; <c>null</c> without one, or where it is not said.</summary>
    public MergeMethod? QueueMethod { get; init; }

    /// <summary>The methods that rules leave; <c>null</c> when they say nothing about it.</summary>
    public IReadOnlyList<MergeMethod>? AllowedMergeMethods { get; init; }

    /// <summary>Whether the branch has no rules of its own, and this software asks for a review and green tests in their place.</summary>
    public bool AreOurs { get; init; }

    /// <summary>Whether the branch demands anything of a merge, as far as could be read.</summary>
    public bool IsNone =>
        RequiredChecks.Count == 0 && RequiredApprovals == 0 && !RequiresCodeOwners && !RequiresLastPushApproval && !UsesMergeQueue && Unreadable.Count == 0;

    /// <summary>Whether every commit must be signed. GitHub signs the merge itself; the commits of the branch it does not.</summary>
    public bool RequiresSignatures { get; init; }

    /// <summary>Rules that can hold a merge or a push back and are not judged here, by name; they stand in for no review.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>What could not be read, such as classic protection without the permission for it; empty when everything could.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>With the checks that the team requires beside those that the repository's rules name.</summary>
    public BranchRules With(IReadOnlyList<RequiredCheck> configured) =>
        this with
        {
            RequiredChecks = [.. RequiredChecks, .. configured.Where(check => RequiredChecks.All(required => required.Name != check.Name))],
        };
}
