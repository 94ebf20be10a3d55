using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Branching;
using Hotfix.Pipeline.Lanes;

namespace Hotfix.Pipeline.Looking;

/// <summary>Takes a look: the clone, the remote's refs, the hotfix branch, and its pull request.</summary>
/// <param name="git">Reads the clone and its remote.</param>
/// <param name="github">Reads GitHub; <c>null</c> when there is no credential and the stage can do without.</param>
/// <param name="time">The clock that stamps the look.</param>
/// <param name="start">Looks at production while there is no pull request; <c>null</c> where that is not asked.</param>
internal sealed class SnapshotReader(GitReader git, GitHubAreas? github, TimeProvider time, StartLook? start = null)
{
    private bool _wasSeen;

    /// <summary>Brings the heads of pull requests whose branch is gone; <c>null</c> where none is asked for.</summary>
    public PullRequestHeads? Heads { get; init; }

    /// <summary>The remote, where it was asked a moment ago; <c>null</c> to ask it.</summary>
    public RemoteRefs? Seen { get; init; }

    /// <summary>One look. Fetches what it needs; changes nothing that a person would notice.</summary>
    /// <exception cref="HotfixException">HF1005 when description and checked-out branch differ; HF4008 when the base branch is not at the remote; and what
    /// git and GitHub throw.</exception>
    public Task<Snapshot> ReadAsync(HotfixRequest request, CancellationToken cancellationToken) =>
        MovingRefs.LookAsync(() => ReadOnceAsync(request, cancellationToken));

    private async Task<Snapshot> ReadOnceAsync(HotfixRequest request, CancellationToken cancellationToken)
    {
        Task<RemoteRefs> reading = Seen is null || _wasSeen ? git.ReadRemoteAsync(request.Remote, cancellationToken) : Task.FromResult(Seen);
        _wasSeen = true;
        WorkTree tree = await git.ReadWorkTreeAsync(cancellationToken);
        RemoteRefs remote = await reading;
        BranchName standardBase = StandardBase(request, remote);
        BranchName? named = Named(request, tree, standardBase);
        var snapshot = new Snapshot
        {
            TakenAt = time.GetUtcNow(),
            WorkTree = tree,
            Remote = remote,
            BaseBranch = standardBase,
            BaseTip = default,
        };
        if (named is null)
        {
            snapshot = snapshot with { BaseBranch = request.BaseBranch ?? standardBase };
            snapshot = snapshot with { BaseTip = remote.Tip(snapshot.BaseBranch) ?? throw Missing(remote, snapshot.BaseBranch) };
            await git.FetchAsync(remote, [snapshot.BaseBranch], [], cancellationToken);
            return snapshot;
        }

        (BranchName name, PullRequest? pullRequest, IReadOnlyList<PullRequest> others) = await FindAsync(request, named, snapshot, cancellationToken);
        if (pullRequest is { State: PullRequestState.Merged, MergeCommitSha: { } merge } && await git.ReadTreeAsync(merge, cancellationToken) is null)
        {
            // It may have been merged after the remote was asked: the refs must not be older than the merge.
            snapshot = snapshot with { Remote = remote = await git.ReadRemoteAsync(request.Remote, cancellationToken) };
        }

        snapshot = await WithBaseAsync(request, snapshot, (name, pullRequest), cancellationToken);
        HotfixBranch hotfix = await new BranchLook(git).ReadAsync(snapshot, name, pullRequest, cancellationToken);
        snapshot = snapshot with { Hotfix = hotfix, PullRequest = pullRequest, OtherPullRequests = others };
        (Fix? fix, string? origin) = await FixAsync(request, snapshot, cancellationToken);
        return snapshot with
        {
            OverwrittenFiles = await OverwrittenAsync(request, snapshot, cancellationToken),
            Fix = fix,
            FixOrigin = origin,
            Reviews = await ReviewsAsync(request, pullRequest, cancellationToken),
        };
    }

    // In the exceptional lane --base may be the tag or commit that production runs: no branch.
    private static BranchName StandardBase(HotfixRequest request, RemoteRefs remote)
    {
        bool isNamed =
            request.BaseBranch is { } given
            && request.Conventions.Support.LineOf(given) is null
            && (request.Lane != LaneChoice.Exceptional || remote.Tip(given) is not null);
        return (isNamed ? request.BaseBranch : null) ?? remote.DefaultBranch ?? throw Missing(remote, null);
    }

    // A pull request says where it goes; before there is one, what was asked for and what production runs decide.
    private async Task<Snapshot> WithBaseAsync(
        HotfixRequest request,
        Snapshot snapshot,
        (BranchName Name, PullRequest? PullRequest) hotfix,
        CancellationToken cancellationToken
    )
    {
        RemoteRefs remote = snapshot.Remote;
        PullRequest? pullRequest = hotfix.PullRequest;
        if (pullRequest is null && start is not null)
        {
            _ = remote.Tip(snapshot.BaseBranch) ?? throw Missing(remote, snapshot.BaseBranch);
            LaneSituation situation = await RecordedAsync(request, snapshot, hotfix.Name, cancellationToken)
                ?? await start.ReadAsync(request, remote, snapshot.BaseBranch, cancellationToken);
            CommitSha tip = situation.BaseTip ?? remote.Tip(situation.BaseBranch) ?? remote.Tip(snapshot.BaseBranch)!.Value;
            return snapshot with { LaneSituation = situation, BaseBranch = situation.BaseBranch, BaseTip = tip };
        }

        bool isExceptional =
            pullRequest is not null
            && request.Conventions.Support.LineOf(pullRequest.BaseBranch) is not null
            && (request.BaseBranch is null || request.BaseBranch == pullRequest.BaseBranch || remote.Tip(request.BaseBranch) is null);
        BranchName baseBranch =
            isExceptional ? pullRequest!.BaseBranch
            : request.BaseBranch is { } named && request.Conventions.Support.LineOf(named) is not null ? named
            : snapshot.BaseBranch;
        return snapshot with { BaseBranch = baseBranch, BaseTip = remote.Tip(baseBranch) ?? throw Missing(remote, baseBranch) };
    }

    // What the branch was begun with goes into its pull request; to ask again would cost as much as everything else together.
    private async Task<LaneSituation?> RecordedAsync(HotfixRequest request, Snapshot snapshot, BranchName name, CancellationToken cancellationToken)
    {
        if (StartLook.ChoiceOf(request) == LaneChoice.Exceptional || await git.ReadBranchLaneAsync(name, cancellationToken) != Lane.Standard)
            return null;

        string description = await git.ReadBranchDescriptionAsync(name, cancellationToken);
        return new LaneSituation { BaseBranch = snapshot.BaseBranch, Evidence = description.Split('\n', StringSplitOptions.RemoveEmptyEntries) };
    }

    /// <summary>The branch that the request is about; <c>null</c> outside a hotfix.</summary>
    private static BranchName? Named(HotfixRequest request, WorkTree tree, BranchName baseBranch)
    {
        BranchName? current = tree.Branch is { } checkedOut && request.Conventions.Hotfixes.Fits(checkedOut) ? tree.Branch : null;
        if (request.Branch is not { } wanted || current is null || request.WorktreePath is not null || IsOfFamily(current, wanted))
            return request.Branch ?? current;

        throw new HotfixException(
            "HF1005",
            what: $"The description means {wanted}, but {current} is checked out; nothing was changed.",
            why: "Both are hotfixes, and only one can be meant.",
            next: $"Leave --description out to go on with {current}, or switch first: git switch {baseBranch}"
        );
    }

    // The second hotfix of a name is 'name-2'; going up stops at the first that is not finished.
    private async Task<(BranchName Name, PullRequest? PullRequest, IReadOnlyList<PullRequest> Others)> FindAsync(
        HotfixRequest request,
        BranchName named,
        Snapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        if (github is null)
            return (named, null, []);

        PullRequest? last = null;
        PullRequest[] others;
        for (int number = 1; number < 100; number++)
        {
            BranchName name = Slug.Numbered(named, number);
            IReadOnlyList<PullRequest> all = await github.PullRequests.ListAsync(name, cancellationToken);
            PullRequest[] own = [.. all.Where(one => !one.IsForeign && IsBase(request, snapshot.BaseBranch, one.BaseBranch))];
            PullRequest? pullRequest = own.FirstOrDefault(one => one.State == PullRequestState.Open) ?? own.FirstOrDefault();
            others = [.. all.Except(own).Where(one => one.State == PullRequestState.Open)];
            bool exists = pullRequest is not null || snapshot.Remote.Tip(name) is not null || await git.ReadBranchAsync(name, cancellationToken) is not null;
            if (!exists && number > 1 && !request.StartsAnew)
                return (Slug.Numbered(named, number - 1), last, []);

            if (pullRequest is null || pullRequest.State == PullRequestState.Open || request.Branch is null)
                return (name, pullRequest, others);

            last = pullRequest;
        }

        if (!request.StartsAnew)
            return (Slug.Numbered(named, 99), last, []);

        throw new HotfixException(
            "HF1003",
            what: $"99 hotfixes are named {named} already; nothing was changed.",
            why: "The number behind the name has two digits.",
            next: "Describe this one in other words."
        );
    }

    // Where a hotfix of either lane can go; into any other branch somebody merges it for reasons of their own.
    private static bool IsBase(HotfixRequest request, BranchName standardBase, BranchName branch) =>
        branch == standardBase || branch == request.BaseBranch || request.Conventions.Support.LineOf(branch) is not null;

    private static bool IsOfFamily(BranchName current, BranchName wanted) =>
        current == wanted
        || (
            current.Value.StartsWith(wanted.Value + "-", StringComparison.Ordinal)
            && int.TryParse(current.Value[(wanted.Value.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number is > 1 and < 100
            && Slug.Numbered(wanted, number) == current
        );

    private async Task<IReadOnlyList<string>> OverwrittenAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        bool checksOut = snapshot.Hotfix!.WorktreePath is null && request.WorktreePath is null;
        if (!checksOut || snapshot.WorkTree.UntrackedFiles.Count == 0)
            return [];

        IReadOnlyList<string> files = await git.ListFilesAsync(snapshot.Hotfix.Tip ?? snapshot.BaseTip, cancellationToken);
        return [.. snapshot.WorkTree.UntrackedFiles.Intersect(files)];
    }

    private async Task<(Fix? Fix, string? Origin)> FixAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (request.Fix is not { } text || snapshot.Hotfix!.Commits.Count > 0 || snapshot.PullRequest is { State: PullRequestState.Merged })
            return (null, null);

        // Digits alone are a pull request only where they name no file and no commit.
        bool mayBeNumber = github is not null && text.Trim() is { Length: > 0 and < 10 } digits && digits.All(char.IsAsciiDigit);
        try
        {
            return MergedFixLook.IsMeant(text)
                ? await OfPullRequestAsync(request, snapshot, cancellationToken)
                : (await ReadFixAsync(request, snapshot, text, cancellationToken), null);
        }
        catch (HotfixException e) when (mayBeNumber && e.Refusal.Code == "HF2020")
        {
            return await OfPullRequestAsync(request, snapshot, cancellationToken);
        }
    }

    private async Task<(Fix? Fix, string? Origin)> OfPullRequestAsync(HotfixRequest request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (github is null)
        {
            throw new HotfixException(
                "HF4306",
                what: $"--fix '{request.Fix}' is a pull request, and GitHub cannot be asked; nothing was changed.",
                why: "There is no credential for it.",
                next: "Set GITHUB_TOKEN, or name its commits: --fix a..b"
            );
        }

        (string commits, string origin) = await new MergedFixLook(git, github, Heads).FindAsync(request.Fix!, snapshot.Remote, cancellationToken);
        return (await ReadFixAsync(request, snapshot, commits, cancellationToken), origin);
    }

    private async Task<Fix> ReadFixAsync(HotfixRequest request, Snapshot snapshot, string text, CancellationToken cancellationToken) =>
        await git.ReadFixAsync(
            text,
            snapshot.Hotfix!.Tip ?? snapshot.BaseTip,
            $"fix: {request.Description ?? Slug.ToWords(snapshot.Hotfix.Name)}",
            cancellationToken
        );

    private async Task<IReadOnlyList<Review>> ReviewsAsync(HotfixRequest request, PullRequest? pullRequest, CancellationToken cancellationToken) =>
        github is not null && request.Reviewers.Count > 0 && pullRequest is { State: PullRequestState.Open }
            ? await github.Reviews.ListAsync(pullRequest.Number, cancellationToken)
            : [];

    private static HotfixException Missing(RemoteRefs remote, BranchName? branch) =>
        new(
            "HF4008",
            what: branch is null
                ? $"Remote {remote.Remote} does not say which branch is its default; nothing was changed."
                : $"Remote {remote.Remote} has no branch {branch}; nothing was changed.",
            why: remote.BranchesInWords,
            next: "Name the branch that production is released from: --base main"
        );
}
