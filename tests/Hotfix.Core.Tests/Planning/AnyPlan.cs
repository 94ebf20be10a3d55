using CsCheck;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Planning;

public sealed class AnyPlan
{
    private const int Rounds = 3;

    private static readonly Gen<(Stage Stage, HotfixRequest Request, Snapshot Snapshot)> Anything = Gen.Select(
        Gen.Enum<Stage>(),
        Situations.Requests,
        Situations.Any
    );

    [Fact]
    public void LeavesNothingToDoOnceApplied()
    {
        int applied = 0;

        Anything.Sample(
            it =>
            {
                Snapshot snapshot = it.Snapshot;
                PlanResult result = HotfixPlanner.Plan(it.Stage, it.Request, snapshot);
                for (int round = 0; round < Rounds && result is PlanResult.Ready ready; round++)
                {
                    snapshot = ready.Steps.Aggregate(snapshot, World.Apply);
                    result = HotfixPlanner.Plan(it.Stage, it.Request, snapshot);
                    Interlocked.Increment(ref applied);
                }

                return ReferenceEquals(snapshot, it.Snapshot) || result is PlanResult.NothingToDo or PlanResult.Waiting;
            },
            iter: 2_000,
            print: Print
        );

        Assert.True(applied > 200, $"Only {applied} plans were ready: the generator is too strict.");
    }

    [Fact]
    public void LeavesWhatIsLeftAfterHalfOfIt() =>
        Anything.Sample(
            it =>
            {
                if (HotfixPlanner.Plan(it.Stage, it.Request, it.Snapshot) is not PlanResult.Ready ready)
                    return true;

                PlanStep[] first = [.. ready.Steps.Take(ready.Steps.Count / 2)];
                PlanResult rest = HotfixPlanner.Plan(it.Stage, it.Request, first.Aggregate(it.Snapshot, World.Apply));

                return rest is PlanResult.Ready left
                    && left.Steps.Select(step => step.GetType()).SequenceEqual(ready.Steps.Skip(first.Length).Select(step => step.GetType()));
            },
            iter: 2_000,
            print: Print
        );

    [Fact]
    public void IsTheSameForTheSameSnapshotAndNeverEmpty() =>
        Anything.Sample(
            it =>
                (HotfixPlanner.Plan(it.Stage, it.Request, it.Snapshot), HotfixPlanner.Plan(it.Stage, it.Request, it.Snapshot)) switch
                {
                    (PlanResult.Ready one, PlanResult.Ready other) => one.Steps.Count > 0
                        && one.Steps.Select(step => step.Describe()).SequenceEqual(other.Steps.Select(step => step.Describe()))
                        && one.Notes.SequenceEqual(other.Notes),
                    (PlanResult.NothingToDo one, PlanResult.NothingToDo other) => one.Evidence.Count > 0 && one.Evidence.SequenceEqual(other.Evidence),
                    (PlanResult.Waiting one, PlanResult.Waiting other) => one.Waits.Count > 0 && one.Waits.SequenceEqual(other.Waits),
                    (PlanResult.Refused one, PlanResult.Refused other) => one.Refusals.Count > 0 && one.Refusals.SequenceEqual(other.Refusals),
                    _ => false,
                },
            iter: 2_000
        );

    [Fact]
    public void IsBehindUsInOrder() =>
        Situations.Any.Sample(
            snapshot =>
            {
                IReadOnlyDictionary<Stage, string> done = HotfixPlanner.Done(new HotfixRequest(), snapshot);

                return ShaChain.Of(snapshot).Count >= 0 && (done.Count == 0 || done.Keys.Order().SequenceEqual(Enum.GetValues<Stage>().Take(done.Count)));
            },
            iter: 2_000
        );

    private static string Print((Stage Stage, HotfixRequest Request, Snapshot Snapshot) it)
    {
        PlanResult result = HotfixPlanner.Plan(it.Stage, it.Request, it.Snapshot);
        return result is PlanResult.Ready ready
            ? $"{it.Stage}: {string.Join("; ", ready.Steps.Select(step => step.Describe()))}; hotfix {it.Snapshot.Hotfix}; release {it.Snapshot.Release}"
            : $"{it.Stage}: {result}";
    }
}
