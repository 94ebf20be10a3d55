using Hotfix.Core.Execution;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Compares what commits change, and tries copies of them, through git's command line.</summary>
/// <param name="git">Stands in the clone.</param>
public sealed class CommitPatches(GitCommandLine git) : ICommitPatches
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<CommitPatch>> ListAsync(CommitSha excluded, CommitSha tip, IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        await new PatchIds(git).ListAsync((excluded, tip), paths, cancellationToken);

    /// <inheritdoc/>
    public async Task<string> ReadPatchIdAsync(CommitSha from, CommitSha to, CancellationToken cancellationToken) =>
        await new PatchIds(git).ReadAsync(from, to, cancellationToken);

    /// <inheritdoc/>
    public async Task<PickPreview> PreviewAsync(IReadOnlyList<CommitPick> picks, CommitSha onto, CancellationToken cancellationToken) =>
        await new PickTrial(git, onto).RunAsync(picks, cancellationToken);
}
