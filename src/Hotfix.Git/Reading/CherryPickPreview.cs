using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>Tells which commits of a fix are needed, and whether they apply, before anything is touched.</summary>
internal sealed class CherryPickPreview(GitCommandLine git, CommitSha onto)
{
    private readonly TreePicking _picking = new(git);

    /// <summary>Those commits that change something, in their order.</summary>
    /// <exception cref="HotfixException">HF2022 on a conflict, HF2023 when no commit changes anything, HF2024 when a parent is missing.</exception>
    public async Task<IReadOnlyList<CommitSha>> KeepNeededAsync(string text, IReadOnlyList<CommitSummary> commits, CancellationToken cancellationToken)
    {
        string tree = await git.ReadAsync(["rev-parse", "--verify", $"{onto}^{{tree}}"], cancellationToken);
        var needed = new List<CommitSha>();
        foreach (CommitSummary commit in commits)
        {
            string picked = await PickAsync(commit, tree, cancellationToken);
            if (picked != tree)
                needed.Add(commit.Sha);

            tree = picked;
        }

        return needed.Count > 0
            ? needed
            : throw new HotfixException(
                "HF2023",
                what: $"There is nothing to apply: {onto.Short} has the fix '{text}' already; nothing was changed.",
                why: $"Cherry-picking {(commits.Count == 1 ? commits[0].Sha.Short : $"its {commits.Count} commits")} there changes no file.",
                next: "Check with 'git log' whether production runs a commit that is older than the fix."
            );
    }

    private async Task<string> PickAsync(CommitSummary commit, string tree, CancellationToken cancellationToken)
    {
        (string mergeBase, string theirs) =
            commit.Parents.Count == 1 ? (commit.Parents[0].Value, commit.Sha.Value) : await DetachRootAsync(commit, cancellationToken);
        (string? picked, IReadOnlyList<string> conflicts) = await _picking.PickAsync(tree, mergeBase, theirs, cancellationToken);
        return picked ?? throw Conflict(commit, [.. conflicts]);
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
                next: "Run 'git fetch --deepen=10' and try again."
            );
        }

        string nothing = await git.ReadAsync(["mktree"], cancellationToken);
        string mergeBase = await _picking.CommitAsync([nothing], cancellationToken);
        return (mergeBase, await _picking.CommitAsync([$"{commit.Sha}^{{tree}}", "-p", mergeBase], cancellationToken));
    }

    private HotfixException Conflict(CommitSummary commit, IReadOnlyCollection<string> files) =>
        new(
            "HF2022",
            what: $"The fix {commit.Sha.Short} '{commit.Subject}' conflicts with {onto.Short}; nothing was changed.",
            why: $"Both changed: {string.Join(", ", files)}.",
            next: $"Start without '--fix', run 'git cherry-pick -x {commit.Sha.Short}' on the hotfix branch, and resolve the conflict there."
        );
}
