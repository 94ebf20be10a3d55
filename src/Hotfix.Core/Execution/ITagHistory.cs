using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Reads all releases of a clone at once; some processes, however many there are.</summary>
public interface ITagHistory
{
    /// <summary>The release tags of the remote and the history between them. Connects only when a commit is missing; makes no local tag.</summary>
    /// <param name="remote">Its refs.</param>
    /// <param name="further">Commits that have a place in the history, too, such as deployed ones; those that the clone lacks are passed over.</param>
    /// <param name="since">Commits from before are left out of the history; <c>null</c> for none.</param>
    /// <param name="cancellationToken">Stops the processes.</param>
    Task<TagHistory> ReadAsync(RemoteRefs remote, IReadOnlyCollection<CommitSha> further, DateTimeOffset? since, CancellationToken cancellationToken);
}
