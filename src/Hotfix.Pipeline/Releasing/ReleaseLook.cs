using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.GitHub.Checks;
using Hotfix.Pipeline.Lanes;

namespace Hotfix.Pipeline.Releasing;

/// <summary>Looks at the commit that is to be released: tags, checks, version, and what GitHub has published.</summary>
internal sealed class ReleaseLook(GitReader git, GitHubAreas github, IVersionSource versions, TimeProvider time)
{
    private const int MostCommits = 200;

    /// <summary>Looks for locks and debts before anything is tagged; <c>null</c> where nobody asks for them.</summary>
    public ReleaseGateLook? Gate { get; init; }

    /// <summary>The first look at a release; the snapshot as it is when nothing is merged yet.</summary>
    /// <exception cref="HotfixException">HF3071 when the remote does not have the merge commit.</exception>
    public async Task<Snapshot> ReadAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (Commit(snapshot) is not { } commit)
            return snapshot;

        bool isFirst = true;
        return await MovingRefs.LookAsync(async () =>
        {
            // The refs that came with the snapshot count once; whatever moved since, they are read anew.
            snapshot = isFirst ? snapshot : await WithRefsAsync(request, snapshot, cancellationToken);
            isFirst = false;
            return await ReadOnceAsync(request, snapshot, commit, cancellationToken);
        });
    }

    private async Task<Snapshot> WithRefsAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        RemoteRefs remote = await git.ReadRemoteAsync(request.Remote, cancellationToken);
        return snapshot with { Remote = remote, BaseTip = remote.Tip(snapshot.BaseBranch) ?? snapshot.BaseTip };
    }

    private static RemoteTag[] Releases(Snapshot snapshot) => [.. snapshot.Remote.Tags.Where(tag => tag.Release is { Version.IsPrerelease: false })];

    private async Task<Snapshot> ReadOnceAsync(HotfixRequest request, Snapshot snapshot, CommitSha commit, CancellationToken cancellationToken)
    {
        await git.FetchAsync(snapshot.Remote, [snapshot.BaseBranch], Releases(snapshot), cancellationToken);
        if (await git.ReadTreeAsync(commit, cancellationToken) is null)
        {
            // Merged between the refs and the pull request.
            snapshot = await WithRefsAsync(request, snapshot, cancellationToken);
            await git.FetchAsync(snapshot.Remote, [snapshot.BaseBranch], Releases(snapshot), cancellationToken);
            if (await git.ReadTreeAsync(commit, cancellationToken) is null)
                throw new HotfixException(ReleaseRefusals.NotThere(commit, snapshot));
        }

        RemoteTag[] tags = Releases(snapshot);
        IReadOnlyList<RemoteTag> containing = await git.ListTagsContainingAsync(commit, tags, cancellationToken);
        var release = new ReleaseSnapshot
        {
            Commit = commit,
            TagsContaining = containing,
            BaseTag = Highest(await git.ListTagsReachableAsync(commit, [.. tags.Where(tag => tag.Commit != commit)], cancellationToken)),
            TagPrefix = snapshot.Remote.TagPrefix,
            Assets = request.ReleaseAssets,
        };
        if (snapshot is { Hotfix: null, Remote.Product: { } product } && release.BaseTag is { } last)
        {
            release = release with
            {
                ProductCommits = await git.ListMainlineAsync(snapshot.Remote.Tag(last.Name)!.Commit, commit, (product.Folders, MostCommits), cancellationToken),
            };
        }

        if (release.Containing is not null)
        {
            release = await ReadPublishedAsync(request, snapshot, release, cancellationToken);
        }
        else
        {
            Hurdles known = Gate is null ? Hurdles.Unknown : await github.Hurdles.AskAsync(commit, (ReleaseGate.LockLabel, Debt.Label), cancellationToken);
            release = await GateAsync(snapshot, await ReadUntaggedAsync(request, snapshot, (release, known), cancellationToken), known, cancellationToken);
        }

        // The notes of a draft name what was accepted when it was tagged.
        if (release.Release is null or { IsDraft: true } && containing.Any(tag => tag.Commit == commit) && request.Debt.AcceptedReason is not null)
            release = await GateAsync(snapshot, release, Hurdles.Unknown, cancellationToken);

        return snapshot with
        {
            Release = release,
            TakenAt = time.GetUtcNow(),
        };
    }

    /// <summary>The next look while the checks of the commit are waited for.</summary>
    public async Task<Snapshot> ReadChecksAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshot with
        {
            TakenAt = time.GetUtcNow(),
            Release = await GateAsync(
                snapshot,
                snapshot.Release! with
                {
                    Checks = await github.Checks.ListAsync(snapshot.Release.Commit, cancellationToken),
                },
                Hurdles.Unknown,
                cancellationToken
            ),
        };

    private async Task<ReleaseSnapshot> GateAsync(Snapshot snapshot, ReleaseSnapshot release, Hurdles known, CancellationToken cancellationToken) =>
        Gate is null ? release : await Gate.ReadAsync(snapshot, release, known, cancellationToken);

    // Outside a hotfix the tip of the base branch is released; within one, the commit that the pull request became.
    private static CommitSha? Commit(Snapshot snapshot) =>
        snapshot.Hotfix is null ? snapshot.BaseTip
        : snapshot.PullRequest is { State: PullRequestState.Merged } merged ? merged.MergeCommitSha
        : null;

    private async Task<ReleaseSnapshot> ReadUntaggedAsync(
        HotfixRequest request,
        Snapshot snapshot,
        (ReleaseSnapshot Release, Hurdles Known) seen,
        CancellationToken cancellationToken
    )
    {
        (ReleaseSnapshot release, Hurdles known) = seen;

        // On a support line the next free patch is released, whatever branch names and commit messages suggest; who else releases has a version of their own.
        bool isOurs = request.Release.Strategy == ReleaseStrategy.Publish || (request.Release.TellsVersion && snapshot.Remote.TagRefusal is null);
        CalculatedVersion? version =
            snapshot.Lane == Lane.Exceptional || !isOurs
                ? null
                : await versions.CalculateAsync(release.Commit, snapshot.BaseBranch, snapshot.Remote, cancellationToken);
        bool isRaised =
            version is not null && snapshot.Hotfix is not null && release.BaseTag is { } baseTag && version.MajorMinorPatch > baseTag.Version.NextPatch;
        return release with
        {
            Version = version,
            NumberedBy =
                snapshot.Lane == Lane.Exceptional && !request.IsNumberOurs
                    ? await new NumberingLook(git).FindAsync(request.Release.Strategy, release.Commit, cancellationToken)
                    : null,
            VersionWithoutHotfix = isRaised ? await WithoutHotfixAsync(snapshot, release, cancellationToken) : null,
            Checks = await github.Checks.ListAsync(release.Commit, known, cancellationToken),
            HighestRelease = await HighestReleaseAsync(snapshot.Remote, cancellationToken),
            SameContentAs = await SameContentAsync(snapshot, release.Commit, cancellationToken),
        };
    }

    private async Task<ReleaseSnapshot> ReadPublishedAsync(
        HotfixRequest request,
        Snapshot snapshot,
        ReleaseSnapshot release,
        CancellationToken cancellationToken
    )
    {
        RemoteTag containing = release.Containing!;
        ReleaseTag tag = containing.Release!;
        PublishedRelease? found = await github.Releases.FindAsync(tag, cancellationToken);

        // Some teams have tags and no releases; and who else releases does so at a commit of its own, whose release is complete without us.
        bool isElsewhere = containing.Commit != release.Commit;
        if (found is null && (isElsewhere || request.Release.Strategy != ReleaseStrategy.Publish))
            release = release with { TaggedAt = await git.ReadTagDateAsync(containing, cancellationToken) };

        if (isElsewhere)
            return release with { Release = found };

        PublishedRelease? latest = found is { IsDraft: false } ? await github.Releases.ReadLatestAsync(cancellationToken) : null;
        return release with
        {
            Release = found,
            Latest = latest,
            HighestRelease = latest?.TagName == tag.Name ? null : await HighestReleaseAsync(snapshot.Remote, cancellationToken),
        };
    }

    private async Task<ReleaseTag?> HighestReleaseAsync(RemoteRefs remote, CancellationToken cancellationToken) =>
        (await github.Releases.ListAsync(cancellationToken))
            .Where(release => remote.OtherTags.All(other => other.Name != release.TagName))
            .Select(release => ReleaseTag.TryParse(release.TagName))
            .OfType<ReleaseTag>()
            .MaxBy(tag => tag.Version);

    private async Task<CalculatedVersion?> WithoutHotfixAsync(Snapshot snapshot, ReleaseSnapshot release, CancellationToken cancellationToken)
    {
        CommitSha excluded = snapshot.Remote.Tag(release.BaseTag!.Name)!.Commit;
        IReadOnlyList<CommitSummary> newest = await git.ListCommitsAsync(excluded, release.Commit, 1, cancellationToken);
        return newest is [{ Parents: [var before, ..] }]
            ? await versions.CalculateAsync(before, snapshot.BaseBranch, snapshot.Remote, cancellationToken)
            : null;
    }

    private async Task<CommitSha?> SameContentAsync(Snapshot snapshot, CommitSha commit, CancellationToken cancellationToken)
    {
        if ((snapshot.PullRequest ?? await github.PullRequests.FindOfCommitAsync(commit, cancellationToken)) is not { } pullRequest)
            return null;

        string? merged = await git.ReadTreeAsync(commit, cancellationToken);
        string? head = await git.ReadTreeAsync(pullRequest.HeadSha, cancellationToken);
        return merged is not null && merged == head ? pullRequest.HeadSha : null;
    }

    private static ReleaseTag? Highest(IEnumerable<RemoteTag> tags) => tags.Select(tag => tag.Release!).MaxBy(tag => tag.Version);
}
