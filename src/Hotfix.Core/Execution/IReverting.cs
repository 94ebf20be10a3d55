using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Takes changes back as git-revert(1) does, on git objects alone: no ref, no index and no work tree takes part.</summary>
public interface IReverting
{
    /// <summary>Takes back on <paramref name="onto"/> everything that <paramref name="from"/> has and <paramref name="to"/> has not, as one change; all three are in the object store.</summary>
    Task<RevertPreview> PreviewAsync(CommitSha from, CommitSha to, CommitSha onto, CancellationToken cancellationToken);

    /// <summary>Makes the commit; on a conflict an empty one, so that a pull request can be opened for a person to go on. No ref is made.</summary>
    Task<CommitSha> CommitAsync(RevertPreview preview, string message, CancellationToken cancellationToken);
}
