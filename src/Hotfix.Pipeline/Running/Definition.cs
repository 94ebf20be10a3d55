using Hotfix.Core.Errors;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Running;

/// <summary>What one target looks at and what it plans; <see cref="TargetRun"/> does the rest, the same way for all.</summary>
/// <typeparam name="TFacts">Everything by which it is decided.</typeparam>
internal abstract class Definition<TFacts>
{
    /// <summary>Whether a run stays while others have to move.</summary>
    public virtual bool Waits => false;

    /// <summary>
    /// How often the same step may be planned before it is our own mistake: each finds itself done when it is, and GitHub may take a few looks to
    /// show that.
    /// </summary>
    public virtual int MostRepeats => 1;

    /// <summary>One look; taken again after each pause, and when what was applied only brought the end nearer.</summary>
    public abstract Task<TFacts> LookAsync(CancellationToken cancellationToken);

    /// <summary>The decision: pure.</summary>
    public abstract PlanResult Plan(TFacts facts);

    /// <summary>What a waiting run shows.</summary>
    public virtual (string Title, IReadOnlyList<BoardRow> Rows) Board(TFacts facts) => ("", []);

    /// <summary>Whether somebody is known to move, so that staying may help.</summary>
    public virtual bool IsWorthWaiting(TFacts facts, IReadOnlyList<Wait> waits) => true;

    /// <summary>Called at every look that ends in waiting.</summary>
    public virtual Task WaitingAsync(TFacts facts, IReadOnlyList<Wait> waits, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What people should hear beside a plan that is shown.</summary>
    /// <param name="facts">By which it was decided.</param>
    /// <param name="ready">The plan.</param>
    /// <param name="isRehearsal">Whether it is only shown.</param>
    public virtual void Shown(TFacts facts, PlanResult.Ready ready, bool isRehearsal) { }

    /// <summary>The last moment before a plan that was shown is applied.</summary>
    /// <exception cref="HotfixException">When something is missing that all of its steps need.</exception>
    public virtual Task RequireAsync(TFacts facts, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Looks once more at what was applied, to prove it.</summary>
    public virtual Task<Proof> ProveAsync(TFacts facts, IReadOnlyList<Outcome> outcomes, CancellationToken cancellationToken) => Task.FromResult(Proof.Kept);

    /// <summary>The target looks again: what was seen before no longer counts.</summary>
    /// <param name="steps">What was applied; empty when something is only not as it looked.</param>
    public virtual void Changed(IReadOnlyList<PlanStep> steps) { }

    /// <summary>Whether a "no" to a step may be of the moment, so that it is looked at again and planned anew.</summary>
    public virtual bool IsOfTheMoment(HotfixException refusal) => false;

    /// <summary>A plan that was applied came again, more often than <see cref="MostRepeats"/>.</summary>
    public virtual HotfixException NoProgress(IReadOnlyList<PlanStep> steps, int looks) =>
        new(
            "HF9001",
            what: "What was planned was applied, and yet is not done.",
            why: $"It was looked at {looks} times since, and this was planned each time: {string.Join("; ", steps.Select(step => step.Describe()))}",
            next: "Run './build.sh Status' to see where it stands, and report this as a bug with the output above."
        );

    /// <summary>The target has ended, with whatever came of it; a refusal is thrown after this.</summary>
    public virtual Task EndedAsync(TargetEnd<TFacts> end, CancellationToken cancellationToken) => Task.CompletedTask;
}
