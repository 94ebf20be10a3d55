using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Tests.Running;

/// <summary>What is the same for every target: one way through, whatever is planned.</summary>
public sealed class RunOfATarget
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task EndsAsSomebodysMoveWhereItsPlannerWaits(bool isAttended, bool isPerson)
    {
        using SomeTarget target = new(SomeTarget.WaitsFor(isPerson));
        using RunContext run = target.Run(new HotfixRequest { Deadline = TimeSpan.Zero }, isAttended: isAttended);

        await new TargetRun(run).ExecuteAsync(target, CancellationToken.None);

        Assert.True(target.HasStopped);
        Assert.False(run.MayGoOn);
        Assert.Equal("thing 0", Assert.Single(run.Record.Waits).What);
        Assert.Empty(target.Pauses);
    }

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(1, true, false)]
    [InlineData(1, false, false)]
    public async Task StaysInAJobAsLongAsAMachineCanGoOn(int pauses, params bool[] arePeople)
    {
        using SomeTarget target = new(SomeTarget.WaitsFor(arePeople), SomeTarget.Found("it ended"));
        using RunContext run = target.Run(isAttended: false);

        await new TargetRun(run).ExecuteAsync(target, CancellationToken.None);

        Assert.Equal(pauses, target.Pauses.Count);
        Assert.Equal(pauses == 0, target.HasStopped);
    }

    [Fact]
    public async Task PausesAboutAsLongAsItWasAskedTo()
    {
        PlanResult[] plans = [.. Enumerable.Repeat(SomeTarget.WaitsFor(false), 20), SomeTarget.Found("it ended")];
        using SomeTarget target = new(plans);
        using RunContext run = target.Run(new HotfixRequest { PollInterval = TimeSpan.FromSeconds(100) });

        await new TargetRun(run).ExecuteAsync(target, CancellationToken.None);

        Assert.All(target.Pauses, pause => Assert.InRange(pause.TotalSeconds, 90, 110));
        Assert.True(target.Pauses.Distinct().Count() > 1, "many runs that began together would ask together");
    }

    [Fact]
    public async Task KeepsEveryRefusalAndThrowsTheFirst()
    {
        using SomeTarget target = new(SomeTarget.Refuses("HF4001", "HF4002"));
        using RunContext run = target.Run();

        HotfixException thrown = await Assert.ThrowsAsync<HotfixException>(() => new TargetRun(run).ExecuteAsync(target, CancellationToken.None));

        Assert.Equal("HF4001", thrown.Code);
        Assert.Equal(["HF4001", "HF4002"], run.Record.Refusals.Select(refusal => refusal.Code));
        Assert.False(target.End!.IsDone);
    }

    [Fact]
    public async Task ShowsItsPlanInARehearsalAndAppliesNothing()
    {
        using SomeTarget target = new(SomeTarget.Plans(SomeTarget.Step));
        using RunContext run = target.Run(isRehearsal: true);

        await new TargetRun(run).ExecuteAsync(target, CancellationToken.None);

        Assert.Equal([SomeTarget.Step], run.Record.Rehearsed);
        Assert.Empty(run.Record.Outcomes);
        Assert.False(run.MayGoOn);
        Assert.False(target.HasStopped);
    }

    [Fact]
    public async Task DoesNotWaitInARehearsal()
    {
        using SomeTarget target = new(SomeTarget.WaitsFor(false));
        using RunContext run = target.Run(isRehearsal: true);

        await new TargetRun(run).ExecuteAsync(target, CancellationToken.None);

        Assert.Empty(target.Pauses);
        Assert.True(target.HasStopped);
    }

    [Fact]
    public async Task AppliesWhatItHasShownOnce()
    {
        using SomeTarget target = new(SomeTarget.Plans(SomeTarget.Step));
        using RunContext run = target.Run();

        await new TargetRun(run, Builds(times: out Func<int> times)).ExecuteAsync(target, CancellationToken.None);

        Assert.Equal(1, times());
        Assert.Equal([SomeTarget.Step], run.Record.Outcomes.Select(outcome => outcome.Step));
        Assert.True(target.End!.IsDone);
    }

    [Fact]
    public async Task DoesNotApplyOverAndOverWhatDoesNotShow()
    {
        using SomeTarget target = new(SomeTarget.Plans(SomeTarget.Step)) { NeedsMoreThanItsSteps = true };
        using RunContext run = target.Run();

        HotfixException thrown = await Assert.ThrowsAsync<HotfixException>(() =>
            new TargetRun(run, Builds(times: out _)).ExecuteAsync(target, CancellationToken.None)
        );

        Assert.Equal("HF9001", thrown.Code);
        Assert.Single(run.Record.Outcomes);
    }

    private static BuildSteps Builds(out Func<int> times)
    {
        int count = 0;
        times = () => count;
        return new BuildSteps
        {
            RunTests = (step, _) =>
            {
                count++;
                return Task.FromResult(new Outcome(step, "12 passed"));
            },
        };
    }
}
