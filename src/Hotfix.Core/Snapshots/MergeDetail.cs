using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What only GraphQL tells about an open pull request. Words are GitHub's own, in lower case, unknown ones included.</summary>
internal sealed record MergeDetail
{
    /// <summary>Whether the pull request was open when this was read: REST, which is read before, may still say so of one that is merged.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its head when this was read; <c>null</c> where GitHub did not say.</summary>
    public CommitSha? HeadSha { get; init; }

    /// <summary>
    /// <c>approved</c>, <c>review_required</c>, <c>changes_requested</c>: GitHub's sum of all reviews and rules, also of rules that cannot be read;
    /// <c>null</c> where no review is required.
    /// </summary>
    public string? ReviewVerdict { get; init; }

    /// <summary>
    /// <c>behind</c>, <c>blocked</c>, <c>clean</c>, <c>dirty</c>, <c>draft</c>, <c>has_hooks</c>, <c>unknown</c> or <c>unstable</c> (mergeable; a check that
    /// is not required is red or still runs).
    /// </summary>
    public string MergeState { get; init; } = "unknown";

    /// <summary>Conversations that nobody has resolved, oldest first; they count only where <see cref="BranchRules.RequiresResolvedConversations"/>.</summary>
    public IReadOnlyList<ReviewConversation> Unresolved { get; init; } = [];

    /// <summary>Code owners of the changed files, logins and <c>org/team</c>, who were asked and have not answered. A draft asks nobody yet.</summary>
    public IReadOnlyList<string> AwaitedCodeOwners { get; init; } = [];

    /// <summary>Whether the base branch merges through a queue.</summary>
    public bool UsesMergeQueue { get; init; }

    /// <summary>Its place in the queue; <c>null</c> when it is not in one.</summary>
    public QueueEntry? Queue { get; init; }

    /// <summary>The newest time that it was taken out of the queue without being merged; <c>null</c> when never.</summary>
    public QueueRemoval? LastRemoval { get; init; }

    /// <summary>Whether this credential may arm auto-merge now.</summary>
    public bool CanArmAutoMerge { get; init; }

    /// <summary>Whether this credential may bring the base into the head branch.</summary>
    public bool CanUpdateBranch { get; init; }
}
