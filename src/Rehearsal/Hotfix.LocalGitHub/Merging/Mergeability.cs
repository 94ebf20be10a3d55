using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>What a pull request says about being merged.</summary>
/// <param name="Mergeable"><c>null</c> while GitHub "has not computed it yet".</param>
/// <param name="State">REST's <c>mergeable_state</c>.</param>
/// <param name="TestMergeSha">The test merge commit; <c>null</c> when there is none.</param>
internal sealed record Mergeability(bool? Mergeable, string State, string? TestMergeSha)
{
    /// <summary>Looks; the first looks after a move are answered "not known yet", and counted down.</summary>
    public static async Task<Mergeability> LookAsync(HostedRepository repository, PullRequest pull, CancellationToken cancellationToken)
    {
        if (!pull.Issue.Open)
            return new Mergeability(pull.Merge is null ? null : false, "unknown", null);

        if (pull.MergeableIn > 0)
        {
            pull.MergeableIn--;
            return new Mergeability(null, "unknown", null);
        }

        return await ComputeAsync(repository, pull, cancellationToken);
    }

    /// <summary>The answer, without delay.</summary>
    public static async Task<Mergeability> ComputeAsync(HostedRepository repository, PullRequest pull, CancellationToken cancellationToken)
    {
        string? tree = await repository.Git.History.MergedTreeAsync(pull.BaseSha, pull.HeadSha, cancellationToken);
        if (tree is null)
            return new Mergeability(false, "dirty", null);

        string test = await TestMergeAsync(repository, pull, tree, cancellationToken);
        return new Mergeability(true, await StateAsync(repository, pull, cancellationToken), test);
    }

    private static async Task<string> StateAsync(HostedRepository repository, PullRequest pull, CancellationToken cancellationToken)
    {
        if (pull.Draft)
            return "draft";

        IReadOnlyList<BranchRules> rules = BranchRules.For(repository, GitRef.Heads + pull.BaseBranch);
        IReadOnlyList<string> unmet = await MergeGate.UnmetAsync(repository, pull, rules, cancellationToken);
        bool behind = rules.Any(rule => rule.Strict) && await MergeGate.IsBehindAsync(repository, pull, cancellationToken);
        if (unmet.Count > 0)
            return behind && unmet.Count == 1 ? "behind" : "blocked";

        return CheckBoard.Of(repository, pull.HeadSha).Overall() is CheckState.Failing or CheckState.Pending ? "unstable" : "clean";
    }

    // Dated like the head, so that looking twice gives the same sha.
    private static async Task<string> TestMergeAsync(HostedRepository repository, PullRequest pull, string tree, CancellationToken cancellationToken)
    {
        if (pull.TestMerge is { } known && known.Base == pull.BaseSha && known.Head == pull.HeadSha)
            return known.Sha;

        GitCommit head = await repository.Git.CommitAsync(pull.HeadSha, cancellationToken);
        var by = new Signature("GitHub", "noreply@github.com", head.Committer.At);
        string sha = await repository.Git.WriteCommitAsync(
            new GitCommit("", tree, [pull.BaseSha, pull.HeadSha], by, by, $"Merge {pull.HeadSha} into {pull.BaseSha}"),
            cancellationToken
        );
        pull.TestMerge = (pull.BaseSha, pull.HeadSha, sha);
        return sha;
    }
}
