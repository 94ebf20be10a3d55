using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Reading;

namespace Hotfix.Git;

/// <summary>Fetches the heads of pull requests through git's command line.</summary>
/// <param name="git">Stands in the clone.</param>
internal sealed class PullRequestHeads(GitCommandLine git)
{
    /// <summary>
    /// Brings the head and its history into the object store, under no ref; asks the remote only when it is not there. Whether it is there now.
    /// </summary>
    public async Task<bool> FetchAsync(RemoteRefs remote, int number, CommitSha head, CancellationToken cancellationToken)
    {
        if ((await Objects.PresentAsync(git, [head], cancellationToken)).Count > 0)
            return true;

        // A remote without that ref is no failure: it is a mirror, or no GitHub.
        await git.RunAsync(
            GitCall.ToRemote(
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-prune",
                "--no-write-fetch-head",
                "--no-auto-maintenance",
                "--no-recurse-submodules",
                remote.Remote,
                $"refs/pull/{number}/head"
            ),
            cancellationToken
        );
        return (await Objects.PresentAsync(git, [head], cancellationToken)).Count > 0;
    }
}
