using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;

namespace Hotfix.Pipeline.Releasing;

/// <summary>Asks for the version of a pull request's head before it is merged: what cannot be calculated then cannot be released afterwards.</summary>
internal sealed class VersionForesight(GitReader git, IVersionSource versions)
{
    private (CommitSha Head, Refusal? Answer)? _known;

    /// <summary>One look; asks once for each head, and never where a version is confirmed or somebody else's release workflow decides it.</summary>
    public async Task<Snapshot> ReadAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        bool isAsked = request is { Version: null, Release.Strategy: ReleaseStrategy.Publish } && snapshot.Lane == Lane.Standard;
        CommitSha? head = snapshot.PullRequest is { State: PullRequestState.Open } open ? open.HeadSha : snapshot.Hotfix?.Tip;
        if (!isAsked || head is not { } tip || snapshot.PullRequest is { State: PullRequestState.Merged })
            return snapshot;

        if (_known?.Head != tip)
            _known = (tip, await AskAsync(snapshot, tip, cancellationToken));

        return snapshot with
        {
            UnreleasableBecause = _known?.Answer,
        };
    }

    private async Task<Refusal?> AskAsync(Snapshot snapshot, CommitSha head, CancellationToken cancellationToken)
    {
        if (await git.ReadTreeAsync(head, cancellationToken) is null)
            return null;

        try
        {
            CalculatedVersion version = await versions.CalculateAsync(head, snapshot.BaseBranch, snapshot.Remote, cancellationToken);
            return RemoteTag.Candidates(version.MajorMinorPatch, snapshot.Remote.Tags) is [var candidate, ..]
                ? ReleaseRefusals.FinishesCandidate(version.MajorMinorPatch, candidate, head.Short)
                : null;
        }
        catch (HotfixException e) when (e.Refusal.Code is "HF2202" or "HF4309")
        {
            return e.Refusal;
        }
    }
}
