using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class MergePlanWithQueue
{
    private static readonly Snapshot Queued = Some.Mergeable with
    {
        WatchingSince = Some.Day(1),
        PullRequest = Some.Open with { NodeId = "PR_1" },
        Rules = Some.Mergeable.Rules with { UsesMergeQueue = true },
        MergeDetail = new MergeDetail { UsesMergeQueue = true },
    };

    [Theory]
    [InlineData(null)]
    [InlineData("checkout is down")]
    public void EntersItOnceChecksAndReviewsAreThere(string? jump)
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Queued, Some.Request with { JumpReason = jump }));

        Assert.Equal([new PlanStep.Enqueue(17, "PR_1", Some.FixTip, jump)], ready.Steps);
    }

    [Fact]
    public void WaitsForTheReviewBeforeItEnters() =>
        Assert.StartsWith("0 of 1 approvals", Assert.Single(Plan(Queued with { Reviews = [] }).Waits()), StringComparison.Ordinal);

    // The entry is gone a moment before the merge shows.
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void IsNotQueuedAgainWhileItsMergeMayBeAboutToShow(int looks, bool waits)
    {
        PlanResult result = Plan(Queued with { LooksSinceQueued = looks });

        Assert.Equal(waits, result is PlanResult.Waiting);
        Assert.True(waits || Assert.IsType<PlanResult.Ready>(result).Steps is [PlanStep.Enqueue]);
    }

    [Fact]
    public void ShowsThePlaceAndTheEstimate()
    {
        Snapshot waiting = Queued with
        {
            MergeDetail = Queued.MergeDetail! with { Queue = new QueueEntry(3, "awaiting_checks", TimeSpan.FromSeconds(350), Some.Day(1), IsAhead: false) },
        };

        Assert.Equal(
            ["it is number 3 in the merge queue (awaiting checks, about 6 min); cleared by the queue, which merges it when its turn has come"],
            Plan(waiting).Waits()
        );
    }

    [Fact]
    public void ARemovalWhileItWaitsIsExplained()
    {
        Snapshot removed = Queued with { MergeDetail = Queued.MergeDetail! with { LastRemoval = new QueueRemoval(Some.Day(2), null, "failed checks") } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(removed));

        Assert.Equal("HF4038", refused.Refusals[0].Code);
        Assert.Contains("failed checks", refused.Refusals[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEarlierRemovalIsWhyItWasStartedAgain() =>
        Assert.IsType<PlanResult.Ready>(
            Plan(Queued with { MergeDetail = Queued.MergeDetail! with { LastRemoval = new QueueRemoval(Some.Day(0), null, "failed checks") } })
        );

    [Fact]
    public void JumpingWhereThereIsNoneIsRefused() =>
        Assert.Equal(["HF4039"], Plan(Some.Mergeable, Some.Request with { JumpReason = "checkout is down" }).Codes());

    private static PlanResult Plan(Snapshot snapshot, HotfixRequest? request = null) => HotfixPlanner.Plan(Stage.Merge, request ?? Some.Request, snapshot);
}
