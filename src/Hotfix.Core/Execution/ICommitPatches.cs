using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Compares what commits change, and tries copies of them, on git objects alone: no ref, no index and no work tree takes part.</summary>
public interface ICommitPatches
{
    /// <summary>Commits reachable from <paramref name="tip"/> and not from <paramref name="excluded"/>, oldest first, with what each changes (git-patch-id(1) <c>--stable</c>, a merge against its first parent).</summary>
    /// <param name="excluded">Where to stop.</param>
    /// <param name="tip">Where to begin.</param>
    /// <param name="paths">Only commits that touch one of these files, each with its whole change; empty for all.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    Task<IReadOnlyList<CommitPatch>> ListAsync(CommitSha excluded, CommitSha tip, IReadOnlyList<string> paths, CancellationToken cancellationToken);

    /// <summary>The id of everything that differs between two commits, as one change; empty when nothing does.</summary>
    Task<string> ReadPatchIdAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken);

    /// <summary>Copies the commits onto <paramref name="onto"/> one after the other, up to a conflict.</summary>
    /// <exception cref="Errors.HotfixException">HF2002 when a commit or the parent that is meant is not in the object store.</exception>
    Task<PickPreview> PreviewAsync(IReadOnlyList<CommitPick> picks, CommitSha onto, CancellationToken cancellationToken);
}
