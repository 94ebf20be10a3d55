namespace Hotfix.LocalGitHub.State;

/// <summary>A pull request's place in the merge queue.</summary>
internal sealed class QueueEntry(long id, PullRequest pull, Account by, DateTimeOffset at)
{
    public long Id { get; } = id;

    public PullRequest Pull { get; } = pull;

    public Account By { get; } = by;

    public DateTimeOffset At { get; } = at;

    /// <summary>It was put in front of the others.</summary>
    public bool Jumped { get; init; }

    /// <summary>The merge that waits for its checks on a branch of its own; <c>null</c> until it is this one's turn.</summary>
    public string? GroupSha { get; set; }

    /// <summary>Where the base was when the merge was made.</summary>
    public string? BaseSha { get; set; }

    public string GroupBranch => $"gh-readonly-queue/{Pull.BaseBranch}/pr-{Pull.Number}-{BaseSha}";
}
