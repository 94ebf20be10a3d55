using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>Cherry-picks on git objects alone: no ref, no index and no work tree takes part.</summary>
/// <remarks>
/// git-merge-tree(1) learned <c>--merge-base</c> in 2.40 only. A synthetic commit of our tree on top of the picked
/// commit's parent has exactly that parent as merge base, and so does in 2.38 what a cherry-pick does.
/// </remarks>
internal sealed class CherryPickPreview(GitCommandLine git, CommitSha onto)
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

    /// <summary>Those commits that change something, in their order.</summary>
    /// <exception cref="HotfixException">HF2022 on a conflict, HF2023 when no commit changes anything, HF2024 when a parent is missing.</exception>
    public async Task<IReadOnlyList<CommitSha>> KeepNeededAsync(
        string text, IReadOnlyList<CommitSummary> commits, CancellationToken cancellationToken)
    {
        string tree = await git.ReadAsync(["rev-parse", "--verify", $"{onto}^{{tree}}"], cancellationToken);
        var needed = new List<CommitSha>();
        foreach (CommitSummary commit in commits)
        {
            string picked = await PickAsync(commit, tree, cancellationToken);
            if (picked != tree)
            {
                needed.Add(commit.Sha);
            }

            tree = picked;
        }

        return needed.Count > 0 ? needed : throw new HotfixException(
            "HF2023",
            what: $"There is nothing to apply: {onto.Short} has the fix '{text}' already; nothing was changed.",
            why: $"Cherry-picking {(commits.Count == 1 ? commits[0].Sha.Short : $"its {commits.Count} commits")} there changes no file.",
            next: "Check with 'git log' whether production runs a commit that is older than the fix.");
    }

    private async Task<string> PickAsync(CommitSummary commit, string tree, CancellationToken cancellationToken)
    {
        (string mergeBase, string theirs) = commit.Parents.Count == 1
            ? (commit.Parents[0].Value, commit.Sha.Value)
            : await DetachRootAsync(commit, cancellationToken);
        string ours = await CommitTreeAsync([tree, "-p", mergeBase], cancellationToken);
        GitResult merged = await git.RunAsync(
            ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, theirs], cancellationToken);
        string[] parts = merged.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return merged.ExitCode switch
        {
            0 => parts[0],
            1 => throw Conflict(commit, parts[1..]),
            _ => throw GitErrors.Failed(merged),
        };
    }

    /// <summary>A commit without a parent: it is merged as a child of the empty tree.</summary>
    private async Task<(string MergeBase, string Theirs)> DetachRootAsync(CommitSummary commit, CancellationToken cancellationToken)
    {
        GitLocation location = await GitLocation.FindAsync(git, directory: null, cancellationToken);
        if (location.IsShallow && (await File.ReadAllLinesAsync(location.ShallowFile, cancellationToken)).Contains(commit.Sha.Value))
        {
            throw new HotfixException(
                "HF2024",
                what: $"What {commit.Sha.Short} changes cannot be told in this shallow clone; nothing was changed.",
                why: "History was cut off right below it, so its parent is not here.",
                next: "Run 'git fetch --deepen=10' and try again.");
        }

        string nothing = await git.ReadAsync(["mktree"], cancellationToken);
        string mergeBase = await CommitTreeAsync([nothing], cancellationToken);
        return (mergeBase, await CommitTreeAsync([$"{commit.Sha}^{{tree}}", "-p", mergeBase], cancellationToken));
    }

    private async Task<string> CommitTreeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var call = new GitCall(["commit-tree", "--no-gpg-sign", "-m", "preview", .. arguments]) { Environment = Nobody };
        GitResult result = await git.RunAsync(call, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }

    private HotfixException Conflict(CommitSummary commit, IReadOnlyCollection<string> files) => new(
        "HF2022",
        what: $"The fix {commit.Sha.Short} '{commit.Subject}' conflicts with {onto.Short}; nothing was changed.",
        why: $"Both changed: {string.Join(", ", files)}.",
        next: $"Start without '--fix', run 'git cherry-pick -x {commit.Sha.Short}' on the hotfix branch, and resolve the conflict there.");
}
