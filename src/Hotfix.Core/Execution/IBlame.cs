using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Tells which commits last touched the lines that a change removed or replaced.</summary>
public interface IBlame
{
    /// <summary>
    /// Blames at <paramref name="before"/> (git-blame(1)). Of lines that were only added, the neighbours are blamed; new and binary files have none.
    /// Bounded: of many or very large files, and in history that was cut off, it says what it left out.
    /// </summary>
    /// <param name="before">The commit before the change, in the object store.</param>
    /// <param name="after">The commit with the change, in the object store.</param>
    /// <param name="files">The files to look at, of those that differ between the two.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    Task<BlameFindings> ReadAsync(CommitSha before, CommitSha after, IReadOnlyList<FileChange> files, CancellationToken cancellationToken);
}
