using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Makes the commits of a preview on git objects, and one local branch.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class CommitPicking(GitCommandLine git)
{
    /// <summary>How the commits are signed; as git is set unless said otherwise.</summary>
    public CommitSigning Signing { get; init; }

    /// <summary>
    /// Makes a commit of each that applies and changes something (its author, its date and its message, with <c>(cherry picked from commit …)</c> as git's
    /// <c>-x</c> adds it) and creates the branch there.
    /// Where the preview stops at a conflict, or nothing changes, one empty commit with <paramref name="note"/> ends the branch, so that a pull request can
    /// be opened for a person to go on.
    /// Repeating finds the branch with the same trees, and makes nothing.
    /// </summary>
    /// <param name="preview">As it was shown.</param>
    /// <param name="branch">A branch that does not exist here yet.</param>
    /// <param name="note">Message of the empty commit: what a person has to do.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    /// <returns>The branch's tip.</returns>
    /// <exception cref="HotfixException">HF2030 when the branch exists with something else.</exception>
    public async Task<CommitSha> ApplyAsync(PickPreview preview, BranchName branch, string note, CancellationToken cancellationToken) =>
        await new PickedBranch(git, preview, Signing).CreateAsync(branch, note, cancellationToken);
}
