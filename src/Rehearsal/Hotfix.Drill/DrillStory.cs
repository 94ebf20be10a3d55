using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill;

/// <summary>What happened, as the drill saw it; the verification compares it with what the server says.</summary>
internal sealed record DrillStory
{
    /// <summary>Published releases before the hotfix.</summary>
    public required int OldReleases { get; init; }

    /// <summary>Tip of the base branch before the hotfix.</summary>
    public required string Base { get; init; }

    /// <summary>The author's commit.</summary>
    public required string Head { get; init; }

    /// <summary>Tip of the base branch after the hotfix.</summary>
    public required string Merge { get; init; }

    /// <summary>The author's own test run with the regression test and without the fix; <c>null</c> when there was none.</summary>
    public required TestRun? BeforeFix { get; init; }

    public required CiBuild HeadBuild { get; init; }

    public required CiBuild MergeBuild { get; init; }

    /// <summary>What the last run, which has nothing to do, asked of the server.</summary>
    public required Traffic LastRun { get; init; }

    /// <summary>What the run asked that had everything to do.</summary>
    public required Traffic SecondRun { get; init; }
}
