using Hotfix.Core.Deploying;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.PullRequests;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Looks what taking a release back would give on the branch that it came from.</summary>
internal sealed class RevertLook(GitReader git, GitHubAreas github, Reverting reverting)
{
    private const int MostCommits = 200;

    /// <summary>
    /// One look; fetches what it compares. <c>null</c> when the two releases do not follow one another, or their branch is gone: then there is no one
    /// change that takes it back.
    /// </summary>
    public async Task<RevertFacts?> ReadAsync(RemoteRefs remote, RollbackRecord record, CancellationToken cancellationToken)
    {
        if (record.From is null || remote.Tag(record.From.Name) is not { } from || remote.Tag(record.To.Name) is not { } to)
            return null;

        await git.FetchAsync(remote, [], [from, to], cancellationToken);
        if (
            !await git.IsAncestorAsync(to.Commit, from.Commit, cancellationToken)
            || await FindBaseAsync(remote, record.From, from, cancellationToken) is not { } baseBranch
        )
        {
            return null;
        }

        await git.FetchAsync(remote, [baseBranch], [], cancellationToken);
        var branch = BranchName.Parse(remote.Conventions.Reverts.Text + record.From);
        PullRequest[] opened =
        [
            .. (await github.PullRequests.ListAsync(branch, cancellationToken)).Where(one => !one.IsForeign && one.BaseBranch == baseBranch),
        ];
        var facts = new RevertFacts(
            branch,
            baseBranch,
            await reverting.PreviewAsync(from.Commit, to.Commit, remote.Tip(baseBranch)!.Value, cancellationToken),
            await git.ListCommitsAsync(to.Commit, from.Commit, MostCommits, cancellationToken)
        )
        {
            Title = await new TitleLook(git).FindAsync(remote.Conventions, remote.Tip(baseBranch)!.Value, cancellationToken),
            Pushed = remote.Tip(branch),
            PullRequest = opened.FirstOrDefault(one => one.State == PullRequestState.Open) ?? opened.FirstOrDefault(),
        };
        return facts is { Pushed: null, PullRequest: null, Preview.ChangesNothing: false }
            ? facts with
            {
                Signing = await SigningLook.AskAsync(git, github, (branch, baseBranch), cancellationToken),
            }
            : facts;
    }

    private async Task<BranchName?> FindBaseAsync(RemoteRefs remote, ReleaseTag name, RemoteTag tag, CancellationToken cancellationToken)
    {
        BranchName? ofPullRequest = (await github.PullRequests.FindOfCommitAsync(tag.Commit, cancellationToken))?.BaseBranch;
        BranchName?[] candidates = [ofPullRequest, remote.DefaultBranch, remote.Conventions.Support.BranchOf(name.Version, remote.Branches.Keys)];
        foreach (BranchName candidate in candidates.OfType<BranchName>().Where(candidate => remote.Tip(candidate) is not null))
        {
            await git.FetchAsync(remote, [candidate], [], cancellationToken);
            if (await git.IsAncestorAsync(tag.Commit, remote.Tip(candidate)!.Value, cancellationToken))
                return candidate;
        }

        return null;
    }
}
