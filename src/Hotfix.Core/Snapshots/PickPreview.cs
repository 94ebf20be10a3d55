using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>What copying commits onto another would give, found on git objects alone.</summary>
/// <param name="Onto">The commit to copy onto.</param>
/// <param name="Picked">Those that apply, in order, up to a conflict.</param>
/// <param name="Conflict">The one that does not, where it stops; <c>null</c> when all apply.</param>
internal sealed record PickPreview(CommitSha Onto, IReadOnlyList<PickPreview.Applied> Picked, PickPreview.Stop? Conflict)
{
    /// <summary>Whether nothing would change: the content is there.</summary>
    public bool IsEmpty => Conflict is null && Picked.All(picked => picked.ChangesNothing);

    /// <summary>A commit that applies.</summary>
    /// <param name="Pick">Which.</param>
    /// <param name="Tree">The tree after it, a full sha.</param>
    /// <param name="ChangesNothing">Whether what it does is there already; no commit is made of it then.</param>
    public sealed record Applied(CommitPick Pick, string Tree, bool ChangesNothing);

    /// <summary>A commit that does not apply; nothing of it is kept, and no conflict markers are written anywhere.</summary>
    /// <param name="Pick">Which.</param>
    /// <param name="Files">Paths that both sides changed.</param>
    public sealed record Stop(CommitPick Pick, IReadOnlyList<string> Files);
}
