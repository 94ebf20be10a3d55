using Hotfix.Core.Errors;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Compares what commits change, and tries copies of them, through git's command line.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class CommitPatches(GitCommandLine git)
{
    /// <summary>
    /// Commits reachable from <paramref name="tip"/> and not from <paramref name="excluded"/>, oldest first, with what each changes (git-patch-id(1)
    /// <c>--stable</c>, a merge against its first parent).
    /// </summary>
    /// <param name="excluded">Where to stop.</param>
    /// <param name="tip">Where to begin.</param>
    /// <param name="paths">Only commits that touch one of these files, each with its whole change; empty for all.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    public async Task<IReadOnlyList<CommitPatch>> ListAsync(
        CommitSha excluded,
        CommitSha tip,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    ) => await new PatchIds(git).ListAsync((excluded, tip), paths, cancellationToken);

    /// <summary>The id of everything that differs between two commits, as one change; empty when nothing does.</summary>
    public async Task<string> ReadPatchIdAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken) =>
        await new PatchIds(git).ReadAsync(from, to, cancellationToken);

    /// <summary>Copies the commits onto <paramref name="onto"/> one after the other, up to a conflict.</summary>
    /// <exception cref="HotfixException">HF2002 when a commit or the parent that is meant is not in the object store.</exception>
    public async Task<PickPreview> PreviewAsync(IReadOnlyList<CommitPick> picks, CommitSha onto, CancellationToken cancellationToken) =>
        await new PickTrial(git, onto).RunAsync(picks, cancellationToken);
}
