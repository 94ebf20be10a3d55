using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>The lane that is taken.</summary>
/// <param name="Lane">The lane; <c>null</c> when it is refused to choose.</param>
/// <param name="Note">One line for the plan and the pull request; empty when refused.</param>
/// <param name="Refusal">Why none is taken; <c>null</c> when one is.</param>
internal sealed record LaneDecision(Lane? Lane, string Note, Refusal? Refusal)
{
    /// <summary>Weighs what was asked for against the advice.</summary>
    /// <param name="choice">What <c>--lane</c> says.</param>
    /// <param name="advice">What was seen.</param>
    /// <param name="command">The command so far, quoted for a shell, to which <c>--lane …</c> can be added.</param>
    public static LaneDecision Decide(LaneChoice choice, LaneAdvice advice, string command) =>
        (choice, advice.Lane) switch
        {
            (LaneChoice.Auto, Snapshots.Lane.Standard) => new(
                Snapshots.Lane.Standard,
                "standard lane: nothing speaks against a release of the base branch",
                null
            ),
            (LaneChoice.Auto, _) => new(null, "", Unreleasable(advice, command)),
            (LaneChoice.Standard, Snapshots.Lane.Exceptional) => new(
                Snapshots.Lane.Standard,
                $"standard lane by --lane, against the advice: {string.Join("; ", advice.Blocking)}",
                null
            ),
            (LaneChoice.Standard, _) => new(Snapshots.Lane.Standard, "standard lane by --lane, as advised", null),
            (_, Snapshots.Lane.Standard) => new(Snapshots.Lane.Exceptional, "exceptional lane by --lane, though the base branch could be released", null),
            _ => new(Snapshots.Lane.Exceptional, $"exceptional lane by --lane: {string.Join("; ", advice.Blocking)}", null),
        };

    private static Refusal Unreleasable(LaneAdvice advice, string command) =>
        new(
            "HF4110",
            What: "The base branch cannot be released as it is, so the fix would not reach production through it; nothing was changed.",
            Why: string.Join("; ", advice.Blocking) + ".",
            Next: $"Make it releasable, or take the other way: {command} --lane exceptional"
        );
}
