using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Writing;

namespace Hotfix.Git;

/// <summary>Makes the commits of a preview on git objects, and one local branch.</summary>
/// <param name="git">Stands in the clone.</param>
public sealed class CommitPicking(GitCommandLine git) : ICommitPicking
{
    /// <inheritdoc/>
    public async Task<CommitSha> ApplyAsync(PickPreview preview, BranchName branch, string note, CancellationToken cancellationToken) =>
        await new PickedBranch(git, preview).CreateAsync(branch, note, cancellationToken);
}
