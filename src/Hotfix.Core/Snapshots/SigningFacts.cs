using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>Whether a rule asks for signed commits, and who can make them.</summary>
/// <param name="AskedBy">The branch whose rule (<c>required_signatures</c>) asks for it; <c>null</c> when none does, and where nobody looked.</param>
internal sealed record SigningFacts(BranchName? AskedBy)
{
    /// <summary>Nothing asks for it.</summary>
    public static SigningFacts None { get; } = new((BranchName?)null);

    /// <summary>Whether git signs here: a commit that nothing refers to was tried.</summary>
    public bool CanSignHere { get; init; }

    /// <summary>Whether this credential is an App's, for which GitHub signs what is made through its API.</summary>
    public bool GitHubSigns { get; init; }

    /// <summary>Commits of the branch without a signature, oldest first; empty where nothing asks for one.</summary>
    public IReadOnlyList<CommitSummary> Unsigned { get; init; } = [];
}
