using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class FinishedBefore
{
    private static readonly Snapshot Released = Some.Releasable with
    {
        Release = Some.Releasable.Release! with { TagsContaining = [Some.Tag("v1.4.3", Some.MergeCommit)], Release = Published() },
    };

    [Fact]
    public void WithinAWeekIsTheSameIncident()
    {
        Snapshot snapshot = Released with { TakenAt = Some.Day(8) };

        IReadOnlyDictionary<Stage, string> done = HotfixPlanner.Done(Some.Request, snapshot);

        Assert.Equal(Enum.GetValues<Stage>(), done.Keys.Order());
        Assert.StartsWith("release v1.4.3", done[Stage.Release], StringComparison.Ordinal);
    }

    [Fact]
    public void LongerAgoIsRefusedWithItsDate()
    {
        Snapshot snapshot = Released with { TakenAt = Some.Day(40) };

        var refused = Assert.IsType<PlanResult.Refused>(HotfixPlanner.Plan(Stage.Branch, Some.Request, snapshot));

        Assert.Equal("HF4005", Assert.Single(refused.Refusals).Code);
        Assert.Contains("2026-01-02 09:00:00Z, 39 days ago", refused.Refusals[0].Why, StringComparison.Ordinal);
        Assert.Contains("--new", refused.Refusals[0].Next, StringComparison.Ordinal);
        Assert.Empty(HotfixPlanner.Done(Some.Request, snapshot));
    }

    [Fact]
    public void LongAgoButNotReleasedIsStillTheSame() => Assert.NotEmpty(HotfixPlanner.Done(Some.Request, Some.Releasable with { TakenAt = Some.Day(40) }));

    [Theory]
    [InlineData(Stage.Branch)]
    [InlineData(Stage.PullRequest)]
    public void WithNewCommitsSinceIsRefused(Stage stage)
    {
        Snapshot snapshot = Released with
        {
            Hotfix = Some.Pushed with { LocalTip = Some.Sha(9), Relation = BranchRelation.Ahead, CommitsAfterMerge = [Some.Commit with { Sha = Some.Sha(9) }] },
        };

        Assert.Equal(["HF4005"], HotfixPlanner.Plan(stage, Some.Request, snapshot).Codes());
    }

    [Fact]
    public void WithTheCloneBehindTheMergedHeadIsTheSame() =>
        Assert.NotEmpty(HotfixPlanner.Done(Some.Request, Released with { Hotfix = Some.Branch with { LocalTip = Some.Sha(9) } }));

    [Fact]
    public void BySquashIsNotTakenForNewCommits() => Assert.NotEmpty(HotfixPlanner.Done(Some.Request, Released));

    private static PublishedRelease Published() =>
        new(1, "v1.4.3", "https://github.com/acme/shop/releases/v1.4.3", IsDraft: false, IsPrerelease: false, Some.Day(1), []);
}
