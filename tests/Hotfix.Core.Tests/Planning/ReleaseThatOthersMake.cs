using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class ReleaseThatOthersMake
{
    private static readonly string Id = StrategyPlanner.CorrelationId(Some.MergeCommit);

    [Fact]
    public void IsStartedOnTheDefaultBranchWithTheCommitAsData()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(ReleaseStrategy.Dispatch));

        WorkflowDispatch workflow = Assert.IsType<PlanStep.StartRelease>(Assert.Single(ready.Steps)).Workflow;
        Assert.Equal(("release.yml", Some.Main, Id), (workflow.File, workflow.Branch, workflow.CorrelationId));
        Assert.Equal(new Dictionary<string, string> { ["ref"] = "main", ["sha"] = Some.MergeCommit.Value }, workflow.Inputs);
        Assert.True(StrategyPlanner.IsPreparation(Stage.Release, ready.Steps[0]));
    }

    [Theory]
    [InlineData(RunState.InProgress, "Waiting")]
    [InlineData(RunState.Waiting, "Waiting")]
    [InlineData(RunState.Succeeded, "NothingToDo")]
    [InlineData(RunState.Failed, "HF4117")]
    [InlineData(RunState.Cancelled, "HF4119")]
    internal void IsFollowedToTheEndOfThatRun(RunState state, string expected)
    {
        PlanResult result = Plan(ReleaseStrategy.Dispatch, release => release with { Runs = [Run(1, state, hasStarted: true)] });

        Assert.Equal(expected, result is PlanResult.Refused ? result.Codes()[0] : result.GetType().Name);
    }

    [Fact]
    public void IsStartedOnceMoreWhenItsRunWasDroppedFromTheQueue()
    {
        FollowedRun dropped = Run(1, RunState.Cancelled, hasStarted: false);

        PlanResult once = Plan(ReleaseStrategy.Dispatch, release => release with { Runs = [dropped] });
        PlanResult twice = Plan(ReleaseStrategy.Dispatch, release => release with { Runs = [Run(2, RunState.Cancelled, hasStarted: false), dropped] });

        Assert.Equal($"{Id}-2", Assert.IsType<PlanStep.StartRelease>(Assert.IsType<PlanResult.Ready>(once).Steps[0]).Workflow.CorrelationId);
        Assert.Equal(["HF4118"], twice.Codes());
    }

    [Theory]
    [InlineData(RunState.InProgress, "Waiting")]
    [InlineData(RunState.Succeeded, "NothingToDo")]
    [InlineData(RunState.Failed, "Refused")]
    internal void IsNotDoneBeforeItsRunEndsThoughTheTagIsThere(RunState state, string expected) =>
        Assert.Equal(
            expected,
            Plan(ReleaseStrategy.Dispatch, release =>
                    release with
                    {
                        TagsContaining = [Some.Tag("v1.5.0", Some.MergeCommit)],
                        Runs = [Run(1, state, hasStarted: true)],
                    }
                )
                .GetType()
                .Name
        );

    [Theory]
    [InlineData(ReleaseStrategy.Dispatch)]
    [InlineData(ReleaseStrategy.ReleasePlease)]
    [InlineData(ReleaseStrategy.AwaitTag)]
    internal void IsDoneWhereATagContainsTheCommit(ReleaseStrategy strategy) =>
        Assert.Contains(
            "is released as v1.5.0",
            Plan(strategy, release => release with { TagsContaining = [Some.Tag("v1.5.0", Some.Sha(5))] }).Evidence(),
            StringComparison.Ordinal
        );

    [Fact]
    public void IsNotBegunOnARedCommit() =>
        Assert.Equal(["HF4030"], Plan(ReleaseStrategy.Dispatch, release => release with { Checks = [Some.Check("build", CheckState.Failed)] }).Codes());

    [Fact]
    public void WaitsForTheTagOfWhateverSetsTags() =>
        Assert.StartsWith(
            $"no release tag contains {Some.MergeCommit.Short} yet",
            Assert.Single(Plan(ReleaseStrategy.AwaitTag).Waits()),
            StringComparison.Ordinal
        );

    [Fact]
    public void WaitsForAReleasePullRequestThatContainsTheCommit()
    {
        Snapshot behind = Some.Mergeable with { PullRequest = Some.Open with { IsMergeable = null }, HeadChecks = [] };

        Assert.Contains("no release pull request into main is open", Assert.Single(Plan(ReleaseStrategy.ReleasePlease).Waits()), StringComparison.Ordinal);
        Assert.Contains(
            "does not contain",
            Assert.Single(Plan(ReleaseStrategy.ReleasePlease, release => release with { Pending = behind }).Waits()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void MergesTheReleasePullRequestByTheRules()
    {
        PlanResult approved = Plan(ReleaseStrategy.ReleasePlease, release => release with { Pending = Some.Mergeable });
        PlanResult notYet = Plan(ReleaseStrategy.ReleasePlease, release => release with { Pending = Some.Mergeable with { Reviews = [] } });

        Assert.Equal("MergePullRequest", approved.Steps());
        Assert.StartsWith("0 of 1 approvals", Assert.Single(notYet.Waits()), StringComparison.Ordinal);
    }

    private static FollowedRun Run(long id, RunState state, bool hasStarted) =>
        new(
            new WorkflowRun(
                id,
                "release",
                $"release {Id}",
                state,
                state.ToString().ToLowerInvariant(),
                CommitSha.Parse(Some.BaseTip.Value),
                $"https://github.com/acme/shop/actions/runs/{id}",
                Some.Day(1)
            ),
            [
                new WorkflowJob(id, "publish", state, state.ToString().ToLowerInvariant(), "https://github.com/acme/shop/jobs/1", "Upload")
                {
                    HasStarted = hasStarted,
                },
            ],
            []
        );

    private static PlanResult Plan(ReleaseStrategy strategy, Func<ReleaseSnapshot, ReleaseSnapshot>? change = null)
    {
        ReleaseSnapshot release = Some.Releasable.Release! with { Version = null };
        Snapshot snapshot = Some.Releasable with { Release = change is null ? release : change(release) };
        return HotfixPlanner.Plan(Stage.Release, Some.Request with { Release = new ReleaseSettings(strategy) }, snapshot);
    }
}
