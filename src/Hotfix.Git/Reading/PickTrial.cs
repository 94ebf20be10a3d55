using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Git.Reading;

/// <summary>Copies commits onto another one after the other, as trees only.</summary>
internal sealed class PickTrial(GitCommandLine git, CommitSha onto)
{
    private readonly TreePicking _picking = new(git);

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

    // A merge, too, is copied as one change on its mainline.
    private async Task<(string? Tree, IReadOnlyList<string> Conflicts)> PickAsync(CommitPick pick, string tree, CancellationToken cancellationToken)
    {
        string parent = await git.ReadAsync(["rev-parse", "--verify", $"{pick.Commit}^{pick.MainlineParent ?? 1}"], cancellationToken);
        string changed = await _picking.CommitAsync([$"{pick.Commit}^{{tree}}", "-p", parent], cancellationToken);
        return await _picking.PickAsync(tree, parent, changed, cancellationToken);
    }
}
