using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>Has commits that were made here made once more by GitHub, which signs them for an App; the trees stay the same.</summary>
internal sealed class GitHubSigning(Services services)
{
    private readonly CommitContents _contents = services.CommitContents;

    /// <summary>Those of a branch, which is moved to what came back.</summary>
    public async Task<CommitSha> SignAsync(BranchName branch, CommitSha onto, CommitSha tip, CancellationToken cancellationToken)
    {
        CommitSha signed = await SignAsync(onto, tip, cancellationToken);
        await _contents.MoveAsync(branch, tip, signed, cancellationToken);
        return signed;
    }

    /// <summary>Those between two commits; no ref is made.</summary>
    public async Task<CommitSha> SignAsync(CommitSha onto, CommitSha tip, CancellationToken cancellationToken)
    {
        CommitSha parent = onto;
        foreach (CommitContent commit in await _contents.ListAsync(onto, tip, cancellationToken))
        {
            MadeCommit made = await services.SignedCommits.CreateAsync(
                commit,
                parent,
                sha => _contents.ReadBlobAsync(sha, cancellationToken),
                cancellationToken
            );
            parent = await _contents.KeepAsync(made, cancellationToken);
        }

        return parent;
    }
}
