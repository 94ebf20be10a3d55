using Hotfix.Core.Lanes;
using Hotfix.Core.Refs;

namespace Hotfix.Git.Reading;

/// <summary>Copies commits onto another one after the other, as trees only.</summary>
/// <remarks>As <see cref="CherryPickPreview"/>: a synthetic commit of our tree on top of the picked commit's parent has exactly that parent as its merge base.</remarks>
internal sealed class PickTrial(GitCommandLine git, CommitSha onto)
{
    // Fixed, so that the same trial makes the same objects again and leaves nothing more behind.
    private static readonly Dictionary<string, string?> Nobody = new()
    {
        ["GIT_AUTHOR_NAME"] = "hotfix",
        ["GIT_AUTHOR_EMAIL"] = "preview",
        ["GIT_AUTHOR_DATE"] = "@0 +0000",
        ["GIT_COMMITTER_NAME"] = "hotfix",
        ["GIT_COMMITTER_EMAIL"] = "preview",
        ["GIT_COMMITTER_DATE"] = "@0 +0000",
    };

    public async Task<PickPreview> RunAsync(IReadOnlyList<CommitPick> picks, CancellationToken cancellationToken)
    {
        string tree = await git.ReadAsync(["rev-parse", "--verify", $"{onto}^{{tree}}"], cancellationToken);
        var applied = new List<PickPreview.Applied>();
        foreach (CommitPick pick in picks)
        {
            (string? picked, IReadOnlyList<string> conflicts) = await PickAsync(pick, tree, cancellationToken);
            if (picked is null)
                return new PickPreview(onto, applied, new PickPreview.Stop(pick, conflicts));

            applied.Add(new PickPreview.Applied(pick, picked, ChangesNothing: picked == tree));
            tree = picked;
        }

        return new PickPreview(onto, applied, Conflict: null);
    }

    private async Task<(string? Tree, IReadOnlyList<string> Conflicts)> PickAsync(CommitPick pick, string tree, CancellationToken cancellationToken)
    {
        string parent = await git.ReadAsync(["rev-parse", "--verify", $"{pick.Commit}^{pick.MainlineParent ?? 1}"], cancellationToken);
        string ours = await CommitTreeAsync(tree, parent, cancellationToken);
        string theirs = await CommitTreeAsync($"{pick.Commit}^{{tree}}", parent, cancellationToken); // a merge, too, as one change on its mainline
        GitResult merged = await git.RunAsync(["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, theirs], cancellationToken);
        string[] parts = merged.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return merged.ExitCode switch
        {
            0 => (parts[0], []),
            1 => (null, parts[1..]),
            _ => throw GitErrors.Failed(merged),
        };
    }

    private async Task<string> CommitTreeAsync(string tree, string parent, CancellationToken cancellationToken)
    {
        GitResult result = await git.RunAsync(new GitCall(["commit-tree", "--no-gpg-sign", "-m", "preview", tree, "-p", parent]) { Environment = Nobody }, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }
}
