using Hotfix.LocalGitHub.Faults;

namespace Hotfix.Drill;

/// <summary>What goes wrong in a drill, and what somebody has to do about it.</summary>
/// <param name="Name">Passed as <c>--scenario</c>.</param>
/// <param name="Summary">What happens, and what it shows; one line.</param>
internal sealed record Scenario(string Name, string Summary)
{
    /// <summary>The repository is one of JavaScript, whose tests <c>npm test</c> runs.</summary>
    public bool IsInNode { get; init; }

    /// <summary>The fix is on main already, and is carried from there to what production runs, which is a release behind.</summary>
    public bool FixIsOnMain { get; init; }

    /// <summary>Both lanes are rehearsed, one after the other, unless <c>--lane</c> names one.</summary>
    public bool HasBothLanes { get; init; }

    /// <summary>What the sample's team calls things.</summary>
    public Rehearsals.TeamHabits Habits { get; init; } = Rehearsals.TeamHabits.Own;

    /// <summary>What the server does wrong, to the engineer on call only.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>How the run that does the work ends first; <c>null</c> when it gets through in one go.</summary>
    public Interruption? Interruption { get; init; }

    /// <summary>CI calls the first head of a pull request red, although its tests pass.</summary>
    public bool FirstCheckIsRed { get; init; }

    /// <summary>The reviewer approves, and merges as well.</summary>
    public bool ReviewerMerges { get; init; }
}
