using Hotfix.Core.Abandoning;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Looking;

namespace Hotfix.Pipeline.Abandoning;

/// <summary>Looks at a hotfix that is to be given up.</summary>
internal sealed class AbandonLook(GitReader git, GitHubAreas github, TimeProvider time)
{
    /// <summary>One look; fetches the branch, so that what it has can be compared.</summary>
    public async Task<AbandonFacts> ReadAsync(HotfixRequest request, string? reason, CancellationToken cancellationToken)
    {
        Snapshot snapshot = await new SnapshotReader(git, github, time).ReadAsync(request, cancellationToken);
        CommitSha? kept = snapshot.PullRequest?.HeadSha;
        return new AbandonFacts
        {
            Snapshot = snapshot,
            Reason = reason,
            IsRemoteKept = await HasAsync(kept, snapshot.Hotfix?.RemoteTip, cancellationToken),
            IsLocalKept = snapshot.Hotfix?.Commits.Count == 0 || await HasAsync(kept, snapshot.Hotfix?.LocalTip, cancellationToken),
        };
    }

    private async Task<bool> HasAsync(CommitSha? head, CommitSha? tip, CancellationToken cancellationToken) =>
        head is { } whole
        && tip is { } part
        && (whole == part || (await git.ReadTreeAsync(whole, cancellationToken) is not null && await git.IsAncestorAsync(part, whole, cancellationToken)));
}
