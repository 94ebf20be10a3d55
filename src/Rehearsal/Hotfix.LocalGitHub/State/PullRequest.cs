namespace Hotfix.LocalGitHub.State;

/// <summary>A pull request between two branches of the same repository.</summary>
internal sealed class PullRequest(long id, Issue issue)
{
    public long Id { get; } = id;

    public Issue Issue { get; } = issue;

    public int Number => Issue.Number;

    public required string BaseBranch { get; set; }

    public required string HeadBranch { get; init; }

    /// <summary>Where the base was when last looked at; frozen by the merge.</summary>
    public required string BaseSha { get; set; }

    public required string HeadSha { get; set; }

    public bool Draft { get; set; }

    public Merge? Merge { get; set; }

    public List<Review> Reviews { get; } = [];

    public List<Account> RequestedReviewers { get; } = [];

    /// <summary>Those of the requested reviewers who own a changed file.</summary>
    public HashSet<Account> RequestedOwners { get; } = [];

    public List<QueueRemoval> QueueRemovals { get; } = [];

    public List<ReviewThread> Threads { get; } = [];

    public AutoMerge? AutoMerge { get; set; }

    public Account? LastPusher { get; set; }

    public DateTimeOffset HeadMovedAt { get; set; }

    /// <summary>How many more times <c>mergeable</c> is answered as not known yet.</summary>
    public int MergeableIn { get; set; }

    /// <summary>The test merge that was made last, and of what.</summary>
    public (string Base, string Head, string Sha)? TestMerge { get; set; }
}
