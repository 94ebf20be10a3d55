using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Running;

/// <summary>The one way through a target: look, plan, wait, show, apply, prove.</summary>
/// <param name="run">The run that the target is part of.</param>
/// <param name="build">The steps that only the build can do; <c>null</c> where the target has none.</param>
internal sealed class TargetRun(RunContext run, BuildSteps? build = null)
{
    /// <summary>A busy base branch moves under a merge more than once; a rule that nobody here can see refuses it every time.</summary>
    private const int MostSurprises = 5;

    /// <summary>Runs a target to its end: done, found done, rehearsed, or stopped for somebody's move.</summary>
    /// <exception cref="HotfixException">A refusal or a failure.</exception>
    public async Task<TargetEnd<TFacts>> ExecuteAsync<TFacts>(Definition<TFacts> target, CancellationToken cancellationToken)
    {
        TargetEnd<TFacts> end = await DecideAsync(target, cancellationToken);
        HotfixException? refused = Conclude(end.Waits, end.Refusals);
        await target.EndedAsync(end, cancellationToken);
        return refused is null ? end : throw refused;
    }

    /// <summary>As <see cref="ExecuteAsync"/>, for one of several: stopping and refusing is left to <see cref="Conclude"/>.</summary>
    public async Task<TargetEnd<TFacts>> DecideAsync<TFacts>(Definition<TFacts> target, CancellationToken cancellationToken)
    {
        using var room = new WaitingRoom(run);
        var counts = new StepCounts();
        int surprises = 0;
        while (true)
        {
            TFacts facts = await target.LookAsync(cancellationToken);
            switch (target.Plan(facts))
            {
                case PlanResult.NothingToDo found:
                    run.Record.Found(found.Evidence);
                    return new TargetEnd<TFacts>(facts) { Found = found.Evidence };
                case PlanResult.Refused refused:
                    return new TargetEnd<TFacts>(facts) { Refusals = refused.Refusals };
                case PlanResult.Waiting waiting:
                    await target.WaitingAsync(facts, waiting.Waits, cancellationToken);
                    bool stays = target.Waits && !run.Settings.IsRehearsal && target.IsWorthWaiting(facts, waiting.Waits);
                    if (!stays || !await room.PauseAsync(target.Board(facts), waiting.Waits, cancellationToken))
                        return new TargetEnd<TFacts>(facts) { Waits = waiting.Waits };

                    break;
                case PlanResult.Ready ready when run.Settings.IsRehearsal:
                    run.Record.Rehearse(ready);
                    target.Shown(facts, ready, isRehearsal: true);
                    run.StopRehearsing();
                    return new TargetEnd<TFacts>(facts) { IsRehearsed = true };
                case PlanResult.Ready ready:
                    if (counts.Of(ready.Steps) is var before && before >= target.MostRepeats)
                        throw target.NoProgress(ready.Steps, before);

                    try
                    {
                        if (await AdvanceAsync(target, facts, ready, cancellationToken) is { } end)
                            return end;
                    }
                    catch (HotfixException e) when (target.IsOfTheMoment(e) && ++surprises < MostSurprises)
                    {
                        Log.Warning("{What:l} ({Why:l}) It is looked at again", e.Refusal.What, e.Refusal.Why);
                        target.Changed([]);
                        await room.RestAsync(cancellationToken);
                        break;
                    }

                    // GitHub may show what was done a moment later.
                    counts.Add(ready.Steps);
                    if (before > 0)
                        await room.RestAsync(cancellationToken);

                    target.Changed(ready.Steps);
                    break;
            }
        }
    }

    /// <summary>Stops the run where something is waited for; the refusal that is to be thrown, <c>null</c> for none.</summary>
    public HotfixException? Conclude(IReadOnlyList<Wait> waits, IReadOnlyList<Refusal> refusals)
    {
        // A target within a target has stopped the run already.
        if (waits.Count > 0 && run.MayGoOn)
            run.Stop(waits);

        return refusals.Count > 0 ? run.Refuse(refusals) : null;
    }

    // How the target has ended with that; null when it has to be looked at again.
    private async Task<TargetEnd<TFacts>?> AdvanceAsync<TFacts>(
        Definition<TFacts> target,
        TFacts facts,
        PlanResult.Ready ready,
        CancellationToken cancellationToken
    )
    {
        RunRecord.Show(ready);
        target.Shown(facts, ready, isRehearsal: false);
        await target.RequireAsync(facts, cancellationToken);
        IReadOnlyList<Outcome> outcomes = await ApplyAsync(ready.Steps, cancellationToken);
        Proof proof = run.MayGoOn ? await target.ProveAsync(facts, outcomes, cancellationToken) : Proof.WaitingFor(run.Record.Waits);
        return proof.IsOver ? new TargetEnd<TFacts>(facts) { Outcomes = outcomes, Waits = proof.Waits } : null;
    }

    // What came of each step; fewer than were planned when one of them stopped the run.
    private async Task<IReadOnlyList<Outcome>> ApplyAsync(IReadOnlyList<PlanStep> steps, CancellationToken cancellationToken)
    {
        var appliers = new StepAppliers(run, await run.ServicesAsync(cancellationToken), build);
        var outcomes = new List<Outcome>();
        foreach (PlanStep step in steps)
        {
            using IDisposable? progress = StepAppliers.ShowsItself(step) ? null : run.Settings.Progress(step.Describe());
            if (await appliers.ApplyAsync(step, cancellationToken) is not { } outcome)
                break;

            outcomes.Add(outcome);
            run.Record.Add(outcome);
        }

        return outcomes;
    }
}
