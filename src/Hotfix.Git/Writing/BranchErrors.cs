using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Writing;

/// <summary>Reasons for which a branch is not moved and not checked out.</summary>
internal static class BranchErrors
{
    /// <exception cref="HotfixException">HF2032 unless the branch is where the plan saw it.</exception>
    public static void RequireTip(BranchName branch, CommitSha expected, CommitSha? actual)
    {
        if (actual != expected)
            throw Moved(branch, expected, actual);
    }

    public static HotfixException Moved(BranchName branch, CommitSha expected, CommitSha? actual) =>
        new(
            "HF2032",
            what: $"The branch '{branch}' is no longer where it was when this was planned; nothing was changed.",
            why: $"The plan expected {expected}; it {(actual is { } sha ? $"is at {sha}" : "does not exist")}.",
            next: "Run the same command again: it looks anew."
        );

    public static HotfixException NotFastForward(BranchName branch, CommitSha from, CommitSha to) =>
        new(
            "HF2033",
            what: $"'{branch}' was not moved from {from.Short} to {to.Short}: that would not be a fast-forward; nothing was changed.",
            why: $"{from} is not an ancestor of {to}, so commits would be lost.",
            next: $"Compare them with 'git log --oneline --graph {from.Short} {to.Short}'."
        );

    public static async Task<HotfixException> WorkTreeInTheWayAsync(
        GitCommandLine git,
        (BranchName Branch, string? Directory) where,
        GitResult result,
        CancellationToken cancellationToken
    )
    {
        Obstacles.Obstacle? obstacle = await Obstacles.OfFilterAsync(git, where.Directory, where.Branch.RefName, cancellationToken)
            ?? await Obstacles.OfHookAsync(git, where.Directory, ["reference-transaction"], cancellationToken);
        return obstacle?.Stops($"The work tree could not be brought to '{where.Branch}'; the branch itself is as planned.", result)
            ?? new HotfixException(
                "HF2034",
                what: $"The work tree could not be brought to '{where.Branch}'; nothing was changed.",
                why: string.Join(" | ", result.ErrorLines.Prepend($"exit code {result.ExitCode}").Take(8)),
                next: "Commit the files that are named, or put them aside with 'git stash --include-untracked', and run it again."
            );
    }

    /// <exception cref="HotfixException">HF2005 when the index of the work tree is locked.</exception>
    public static async Task RequireNoLockAsync(GitCommandLine git, string? directory, CancellationToken cancellationToken)
    {
        GitLocation location = await GitLocation.FindAsync(git, directory, cancellationToken);
        if (File.Exists(location.IndexLock))
            throw GitErrors.Locked(location.IndexLock);
    }
}
