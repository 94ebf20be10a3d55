using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Execution;

/// <summary>Decides which version a commit is.</summary>
internal interface IVersionSource
{
    /// <summary>GitVersion's answer for <paramref name="commit"/> as the tip of <paramref name="branch"/>.</summary>
    /// <param name="commit">The commit, which is in the object store.</param>
    /// <param name="branch">The base branch, whose rules count.</param>
    /// <param name="remote">Its release tags; and its branches, where a configuration asks for them.</param>
    /// <param name="cancellationToken">Stops the process.</param>
    Task<CalculatedVersion> CalculateAsync(CommitSha commit, BranchName branch, RemoteRefs remote, CancellationToken cancellationToken);
}
