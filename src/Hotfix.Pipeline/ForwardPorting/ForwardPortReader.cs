using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.PullRequests;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Looks at one debt: what git proves, and the pull requests that carry it.</summary>
internal sealed class ForwardPortReader(GitReader git, CommitPatches patches, GitHubAreas github)
{
    private const int MostNumbers = 20;
    private const int MostCommits = 1_000;

    /// <summary>One look; fetches what it compares.</summary>
    /// <param name="issue">The debt's open issue.</param>
    /// <param name="remote">The remote's refs.</param>
    /// <param name="into">The default branch's tip at the remote.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ForwardPortSeen> ReadAsync(Issue issue, RemoteRefs remote, BranchTip into, CancellationToken cancellationToken)
    {
        var seen = new ForwardPortSeen
        {
            Issue = issue,
            Base = into,
            Debt = DebtIssue.Read(issue),
        };
        if (seen.Debt is not { } debt || await new DebtLook(git, patches).ReadAsync(debt.Tag, remote, into, cancellationToken) is not { } looked)
            return seen;

        seen = seen with { Title = await new TitleLook(git).FindAsync(remote.Conventions, into.Sha, cancellationToken) };
        seen = seen with { Facts = looked.Facts, Preview = looked.Preview, Picks = looked.Picks };
        for (int number = 1; number <= MostNumbers; number++)
        {
            BranchName first = debt.PortBranch(remote.Conventions);
            BranchName branch = number == 1 ? first : BranchName.Parse($"{first}-{number}");
            PullRequest[] own =
            [
                .. (await github.PullRequests.ListAsync(branch, cancellationToken)).Where(one => !one.IsForeign && one.BaseBranch == into.Branch),
            ];
            PullRequest? pullRequest = own.FirstOrDefault(one => one.State == PullRequestState.Open) ?? own.FirstOrDefault();
            seen = seen with { Branch = branch, BranchTip = remote.Tip(branch), PullRequest = pullRequest };
            if (pullRequest is not { State: PullRequestState.Merged })
                break;

            seen = seen with { Merged = [.. seen.Merged, await CarriedAsync(pullRequest, looked, cancellationToken)] };
        }

        return seen is { PullRequest: null, BranchTip: null, Branch: { } head }
            ? seen with
            {
                Signing = await SigningLook.AskAsync(git, github, (head, into.Branch), cancellationToken),
            }
            : seen;
    }

    // A fix whose conflicts were resolved is another change than the one that was released: what counts is that people merged it, for every file.
    private async Task<CarriedPullRequest> CarriedAsync(PullRequest merged, ForwardPortLooked looked, CancellationToken cancellationToken)
    {
        CommitSha tip = looked.Preview.Onto;
        if (
            merged.MergeCommitSha is not { } commit
            || await git.ReadTreeAsync(commit, cancellationToken) is null
            || !await git.IsAncestorAsync(commit, tip, cancellationToken)
        )
        {
            return new CarriedPullRequest(merged, ["the base branch, which it did not reach"], TakenBackBy: null);
        }

        if (await git.ListCommitsAsync(looked.Fix.Before, commit, 1, cancellationToken) is not [{ Parents: [var before, ..] }])
            return new CarriedPullRequest(merged, ["anything"], TakenBackBy: null);

        HashSet<string> changed = [.. Paths(await git.DiffAsync(before, commit, cancellationToken))];
        HashSet<string> present = [.. await git.ListFilesAsync(tip, cancellationToken)];
        string[] untouched = [.. Paths(await MissingChangesAsync(looked, cancellationToken)).Where(path => present.Contains(path) && !changed.Contains(path))];
        string reverse = await patches.ReadPatchIdAsync(commit, before, cancellationToken);
        IReadOnlyList<CommitPatch> later = changed.Count == 0 ? [] : await patches.ListAsync(commit, tip, [.. changed], cancellationToken);
        CommitPatch? reverter = reverse.Length == 0 ? null : later.LastOrDefault(one => one.PatchId == reverse);
        bool isBack = reverter is not null && later.SkipWhile(one => one != reverter).Any(one => one.ReversePatchId == reverse);
        return new CarriedPullRequest(
            merged,
            changed.Count == 0 ? ["anything"] : untouched,
            reverter is null || isBack ? null : $"{reverter.Sha.Short} {reverter.Subject}"
        );
    }

    private async Task<IReadOnlyList<FileChange>> MissingChangesAsync(ForwardPortLooked looked, CancellationToken cancellationToken)
    {
        if (ForwardPortAssessment.Assess(looked.Facts) is not ForwardPortState.Open { Missing: var missing } || missing.Count == looked.Facts.Fix.Count)
            return await git.DiffAsync(looked.Fix.Before, looked.Fix.Tip, cancellationToken);

        var changes = new List<FileChange>();
        foreach (
            CommitSummary commit in (await git.ListCommitsAsync(looked.Fix.Before, looked.Fix.Tip, MostCommits, cancellationToken)).Where(commit =>
                missing.Contains(commit.Sha)
            )
        )
        {
            changes.AddRange(await git.DiffAsync(commit.Parents[0], commit.Sha, cancellationToken));
        }

        return changes;
    }

    private static IEnumerable<string> Paths(IEnumerable<FileChange> changes) => changes.Select(change => change.Path);
}
