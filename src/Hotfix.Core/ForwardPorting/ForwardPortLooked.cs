using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>One look at a fix and the branch that it has to be carried to.</summary>
/// <param name="Facts">By which the debt is decided.</param>
/// <param name="Preview">What carrying it over now would give: a merge is copied as one change on its mainline.</param>
internal sealed record ForwardPortLooked(ForwardPortFacts Facts, PickPreview Preview)
{
    /// <summary>The fix that was compared.</summary>
    public required ReleasedFix Fix { get; init; }

    /// <summary>Everything that the preview tried, in order, also behind a conflict.</summary>
    public IReadOnlyList<CommitPick> Picks { get; init; } = [];
}
