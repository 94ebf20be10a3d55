namespace Hotfix.Git.Reading;

/// <summary>Copies a commit's change onto a tree, on git objects alone: no ref, no index and no work tree takes part.</summary>
/// <remarks>
/// git-merge-tree(1) learned <c>--merge-base</c> in 2.40 only. A synthetic commit of our tree on top of the picked
/// commit's parent has exactly that parent as merge base, and so does in 2.38 what a cherry-pick does.
/// </remarks>
internal sealed class TreePicking(GitCommandLine git)
{
    // Fixed, so that the same preview makes the same objects again and leaves nothing more behind.
    private static readonly Dictionary<string, string?> Nobody = new()
    {
        ["GIT_AUTHOR_NAME"] = "hotfix",
        ["GIT_AUTHOR_EMAIL"] = "preview",
        ["GIT_AUTHOR_DATE"] = "@0 +0000",
        ["GIT_COMMITTER_NAME"] = "hotfix",
        ["GIT_COMMITTER_EMAIL"] = "preview",
        ["GIT_COMMITTER_DATE"] = "@0 +0000",
    };

    /// <summary>The tree that results; <c>null</c> with the paths in conflict when it cannot be merged.</summary>
    /// <param name="tree">What is there.</param>
    /// <param name="parent">The commit against which the change is taken.</param>
    /// <param name="changed">The commit with the change; a child of <paramref name="parent"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(string? Tree, IReadOnlyList<string> Conflicts)> PickAsync(
        string tree,
        string parent,
        string changed,
        CancellationToken cancellationToken
    )
    {
        string ours = await CommitAsync([tree, "-p", parent], cancellationToken);
        GitResult merged = await git.RunAsync(["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, changed], cancellationToken);
        string[] parts = merged.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return merged.ExitCode switch
        {
            0 => (parts[0], []),
            1 => (null, parts[1..]),
            _ => throw GitErrors.Failed(merged),
        };
    }

    /// <summary>A commit that nobody will see (git-commit-tree(1)).</summary>
    public async Task<string> CommitAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var call = new GitCall(["commit-tree", "--no-gpg-sign", "-m", "preview", .. arguments]) { Environment = Nobody };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }
}
