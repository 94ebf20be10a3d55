using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>Copies a pull request's commits onto its base without a work tree.</summary>
internal static class Rebaser
{
    /// <summary>The tip of the copies; <c>null</c> when one of them conflicts.</summary>
    public static async Task<string?> RebaseAsync(HostedRepository repository, PullRequest pull, Account by, CancellationToken cancellationToken)
    {
        string tip = pull.BaseSha;
        foreach (string sha in await repository.Git.History.CommitsAsync(pull.BaseSha, pull.HeadSha, cancellationToken))
        {
            GitCommit commit = await repository.Git.CommitAsync(sha, cancellationToken);
            if (commit.Parents.Count != 1)
                continue;

            string? tree = await PickAsync(repository, commit, tip, cancellationToken);
            if (tree is null)
                return null;

            var committer = new Signature(by.Login, by.Email, repository.Hub.Now);
            tip = await repository.Git.WriteCommitAsync(commit with { Tree = tree, Parents = [tip], Committer = committer }, cancellationToken);
        }

        return tip;
    }

    // git 2.39's merge-tree takes no base tree. Two commits with a common parent of our making give it one.
    private static async Task<string?> PickAsync(HostedRepository repository, GitCommit commit, string onto, CancellationToken cancellationToken)
    {
        BareRepository git = repository.Git;
        GitCommit parent = await git.CommitAsync(commit.Parents[0], cancellationToken);
        GitCommit target = await git.CommitAsync(onto, cancellationToken);
        string root = await git.WriteCommitAsync(parent with { Parents = [], Message = "base" }, cancellationToken);
        string ours = await git.WriteCommitAsync(target with { Parents = [root], Message = "ours" }, cancellationToken);
        string theirs = await git.WriteCommitAsync(commit with { Parents = [root], Message = "theirs" }, cancellationToken);
        return await git.History.MergedTreeAsync(ours, theirs, cancellationToken);
    }
}
