namespace Hotfix.LocalGitHub;

/// <summary>A pull request that was merged before the server began to look; its commits are in the repository already.</summary>
/// <param name="HeadBranch">The branch that it came from; it need not be there any more.</param>
/// <param name="BaseBranch">The branch that it was merged into.</param>
public sealed record PastPullRequest(string HeadBranch, string BaseBranch)
{
    /// <summary>Where the base was right before the merge.</summary>
    public required string BaseSha { get; init; }

    /// <summary>The last commit of the head.</summary>
    public required string HeadSha { get; init; }

    /// <summary>What it became.</summary>
    public required string MergeSha { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who opened and merged it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was merged.</summary>
    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>Approvals: who, and when.</summary>
    public IReadOnlyList<(string Login, DateTimeOffset At)> Approvals { get; init; } = [];

    /// <summary>Checks of the head that passed.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset From, DateTimeOffset To)> Checks { get; init; } = [];

    /// <summary>The author's comments.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}
