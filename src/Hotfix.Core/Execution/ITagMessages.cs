using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>Reads what annotated tags say.</summary>
public interface ITagMessages
{
    /// <summary>The message of a tag of the remote; empty for a lightweight one. Connects only when the tag object is not here; makes no local tag.</summary>
    Task<string> ReadAsync(RemoteRefs remote, RemoteTag tag, CancellationToken cancellationToken);
}
