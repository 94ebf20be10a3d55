using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Deploying;

public sealed class UnlockPlan
{
    private static readonly Issue Lock = new(17, "Releases are locked", "", IsOpen: true, "https://example.com/17", "ada", Some.Day(1));

    [Fact]
    public void NothingIsToBeDoneWithoutALock() => Assert.Equal("no issue locks releases", UnlockPlanner.Plan([], "checkout works again").Evidence());

    [Fact]
    public void EachLockIsClosedWithTheReason()
    {
        PlanResult result = UnlockPlanner.Plan([Lock, Lock with { Number = 18 }], "checkout works *again*");

        PlanStep.UnlockReleases[] steps = [.. Assert.IsType<PlanResult.Ready>(result).Steps.Cast<PlanStep.UnlockReleases>()];
        Assert.Equal([17, 18], steps.Select(step => step.Number));
        Assert.All(steps, step => Assert.Equal(@"Unlocked: checkout works \*again\*", step.Comment!.Body));
    }

    [Fact]
    public void WithoutAReasonNothingIsWritten() =>
        Assert.Null(Assert.IsType<PlanStep.UnlockReleases>(Assert.IsType<PlanResult.Ready>(UnlockPlanner.Plan([Lock], reason: null)).Steps[0]).Comment);
}
