using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>One pull request (REST: <c>GET /repos/{owner}/{repo}/pulls/{number}</c>).</summary>
internal sealed record PullRequest
{
    /// <summary>Its number, 1 or more.</summary>
    public required int Number { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }

    /// <summary>Title, as it stands now.</summary>
    public required string Title { get; init; }

    /// <summary>Markdown; empty when there is none.</summary>
    public required string Body { get; init; }

    /// <summary>The author's login.</summary>
    public required string Author { get; init; }

    /// <summary>Whether its author was asked about, and is not believed; one that is merged was let in by somebody who is.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Open, closed or merged.</summary>
    public required PullRequestState State { get; init; }

    /// <summary>Whether it is a draft, which GitHub does not merge.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>The branch that the change is on.</summary>
    public required BranchName HeadBranch { get; init; }

    /// <summary>The newest commit of the head branch that GitHub knows.</summary>
    public required CommitSha HeadSha { get; init; }

    /// <summary>The branch that it merges into.</summary>
    public required BranchName BaseBranch { get; init; }

    /// <summary>Whether it merges without conflict; <c>null</c> while GitHub computes it, and in lists.</summary>
    public bool? IsMergeable { get; init; }

    /// <summary>
    /// GitHub's <c>mergeable_state</c>, lower case, such as <c>clean</c>, <c>blocked</c>, <c>dirty</c>, <c>behind</c>, <c>unstable</c>, <c>draft</c>;
    /// <c>unknown</c> while computed and in lists.
    /// </summary>
    public string MergeableState { get; init; } = "unknown";

    /// <summary>The commit that it became on the base branch; only once merged.</summary>
    public CommitSha? MergeCommitSha { get; init; }

    /// <summary>Who merged; only once merged, and <c>null</c> in lists.</summary>
    public string? MergedBy { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was merged; <c>null</c> before.</summary>
    public DateTimeOffset? MergedAt { get; init; }

    /// <summary>When it was closed, merged or not; <c>null</c> while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Label names.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Logins (and <c>org/team</c>) that were asked for a review and have not given one.</summary>
    public IReadOnlyList<string> RequestedReviewers { get; init; } = [];

    /// <summary>Its name in GraphQL, which auto-merge and the merge queue ask for; empty where GitHub did not say.</summary>
    public string NodeId { get; init; } = "";

    /// <summary>Armed auto-merge; <c>null</c> when it is not armed.</summary>
    public AutoMerge? AutoMerge { get; init; }

    /// <summary>When anything about it changed last, as far as GitHub counts it as a change; <c>null</c> where it did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
