using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>A merged pull request of a hotfix branch, with all that GitHub keeps of its way.</summary>
/// <param name="Number">As in <c>#17</c>.</param>
/// <param name="Branch">Its head branch, which may be gone.</param>
/// <param name="Base">The branch that it was merged into.</param>
internal sealed record MergedHotfix(int Number, BranchName Branch, BranchName Base)
{
    /// <summary>What it became on its base; <c>null</c> when GitHub does not say.</summary>
    public required CommitSha? MergeCommit { get; init; }

    /// <summary>Its page.</summary>
    public required string Url { get; init; }

    /// <summary>People's words; of any content.</summary>
    public required string Title { get; init; }

    /// <summary>Login; empty when the account is gone.</summary>
    public required string Author { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was merged.</summary>
    public required DateTimeOffset MergedAt { get; init; }

    /// <summary>When its first commit was written; <c>null</c> when GitHub lists none.</summary>
    public DateTimeOffset? FirstCommitAt { get; init; }

    /// <summary>How large it was.</summary>
    public required HotfixSize Size { get; init; }

    /// <summary>The files that it changed, by their paths; fewer than <see cref="Size"/> counts where GitHub did not list them all.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Submitted reviews, of whatever decision.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>When the checks of its head ran; empty as well when GitHub keeps them no longer.</summary>
    public IReadOnlyList<Period> Checks { get; init; } = [];

    /// <summary>The comment of this software that says where it stands; <c>null</c> when it has none.</summary>
    public string? Thread { get; init; }
}
