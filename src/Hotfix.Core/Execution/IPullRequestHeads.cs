using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Execution;

/// <summary>The commits of pull requests whose branch is gone: GitHub keeps <c>refs/pull/{number}/head</c> for ever.</summary>
public interface IPullRequestHeads
{
    /// <summary>Brings the head and its history into the object store, under no ref; asks the remote only when it is not there. Whether it is there now.</summary>
    Task<bool> FetchAsync(RemoteRefs remote, int number, CommitSha head, CancellationToken cancellationToken);
}
