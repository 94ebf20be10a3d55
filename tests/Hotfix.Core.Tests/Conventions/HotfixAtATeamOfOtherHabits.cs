using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Conventions;

/// <summary>Plans where the team's names and branches are not this tool's.</summary>
public sealed class HotfixAtATeamOfOtherHabits
{
    private static readonly BranchName Develop = BranchName.Parse("develop");

    [Fact]
    public void ReleasedFromMainIsOwedToDevelop()
    {
        Snapshot released = Some.Releasable with
        {
            Remote = Some.Remote with { DefaultBranch = Develop, Tags = [Some.Tag("v1.4.2", Some.BaseTip), Some.Tag("v1.4.3", Some.MergeCommit)] },
            Release = Some.Releasable.Release! with { TagsContaining = [Some.Tag("v1.4.3", Some.MergeCommit)] },
        };

        Assert.Equal(
            ("v1.4.3", "main", "forward-port/null-ref-in-checkout"),
            (
                Debt.Of(Some.Request, released)?.Tag.Name,
                Debt.Of(Some.Request, released)?.SupportBranch?.Value,
                Debt.Of(Some.Request, released)?.PortBranch(HotfixConventions.Default).Value
            )
        );
        Assert.Null(Debt.Of(Some.Request, released with { Hotfix = null }));
        Assert.Null(Debt.Of(Some.Request, released with { Remote = released.Remote with { DefaultBranch = Some.Main } }));
    }

    [Fact]
    public void OwesNothingThatTheDefaultBranchProvablyHas()
    {
        var debt = new Debt(ReleaseTag.TryParse("v1.4.3")!);

        PlanResult result = DebtPlanner.Ensure(debt, Develop, new DebtLooked(null, HasEnd: false, new ForwardPortState.Proven(["develop has the whole fix"])));

        Assert.Equal(
            "develop has the fix of v1.4.3, so that nothing is owed: develop has the whole fix",
            Assert.Single(Assert.IsType<PlanResult.NothingToDo>(result).Evidence)
        );
    }

    [Fact]
    public void SaysOnMainWhyNothingIsReleasedAndNotThatAHotfixIsMissing()
    {
        Refusal odd = ReleaseTags.Of(HotfixConventions.Default, [Some.Tag("REL_1_4_2", Some.BaseTip)], tagPrefix: null).Refusal!;
        Snapshot snapshot = Some.Releasable with { Hotfix = null, PullRequest = null, Remote = Some.Remote with { Tags = [], TagRefusal = odd } };

        Assert.Equal(["HF4302"], HotfixPlanner.Plan(Stage.Release, Some.Request, snapshot).Codes());
        Assert.Equal([Stage.Branch, Stage.Test, Stage.PullRequest, Stage.Merge], HotfixPlanner.Done(Some.Request, snapshot).Keys.Order());
    }

    [Fact]
    public void WithVersionsOfItsOwnLeavesThemToItsWorkflow()
    {
        Refusal odd = ReleaseTags.Of(HotfixConventions.Default, [Some.Tag("v7.1.12.5", Some.BaseTip)], tagPrefix: null).Refusal!;
        Snapshot snapshot = Some.Mergeable with { Remote = Some.Remote with { Tags = [], TagRefusal = odd } };

        Assert.Equal(["HF4302"], HotfixPlanner.Plan(Stage.Merge, Some.Request, snapshot).Codes());
        Assert.Contains("--release-strategy dispatch", odd.Next, StringComparison.Ordinal);
        Assert.IsType<PlanResult.Ready>(
            HotfixPlanner.Plan(Stage.Merge, Some.Request with { Release = new ReleaseSettings(ReleaseStrategy.Dispatch) }, snapshot)
        );
    }

    [Fact]
    public void FinishesNobodysReleaseCandidate()
    {
        Snapshot snapshot = Some.Releasable with
        {
            Remote = Some.Remote with { Tags = [Some.Tag("v1.4.2", Some.BaseTip), Some.Tag("v1.5.0-rc.1", Some.Sha(7)), Some.Tag("v1.5.0-beta", Some.Sha(6))] },
            Release = Some.Releasable.Release! with { Version = Some.Calculated("1.5.0") },
        };

        Assert.Equal(["HF4303"], HotfixPlanner.Plan(Stage.Release, Some.Request, snapshot).Codes());
        Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.Release, Some.Request with { Version = new SemanticVersion(1, 5, 0) }, snapshot));
    }

    [Fact]
    public void IsNotMergedWhereItCouldNotBeReleased()
    {
        Snapshot snapshot = Some.Mergeable with
        {
            UnreleasableBecause = ReleaseRefusals.FinishesCandidate(new SemanticVersion(1, 5, 0), ReleaseTag.TryParse("v1.5.0-rc.1")!, "f1"),
        };

        Assert.Equal(["HF4303"], HotfixPlanner.Plan(Stage.Merge, Some.Request, snapshot).Codes());
    }

    [Fact]
    public void IsRefusedAtEveryStageWhereNoTagTellsAVersion()
    {
        var found = ReleaseTags.Of(HotfixConventions.Default, [Some.Tag("v0.53", Some.BaseTip)], tagPrefix: null);
        Snapshot snapshot = Some.Snapshot with { Remote = Some.Remote with { Tags = found.Tags, TagRefusal = found.Refusal } };

        foreach (Stage stage in Enum.GetValues<Stage>())
            Assert.Equal(["HF4302"], HotfixPlanner.Plan(stage, Some.Request, snapshot).Codes());
    }

    [Theory]
    [InlineData("fix: {description}", null, "HF4305")]
    [InlineData("fix: {description}", MergeMethod.Rebase, "HF4305")]
    [InlineData("fix: {description}", MergeMethod.Squash, "")]
    [InlineData("Urgent: {description}", null, "")]
    internal void HasItsSubjectsCheckedWhereTheMergeKeepsThem(string title, MergeMethod? method, string codes)
    {
        Snapshot snapshot = Some.Committed with
        {
            Evidence = Some.Green,
            Hotfix = Some.Branch with { Commits = [Some.Commit with { Subject = "Guard against an empty basket" }] },
        };
        var request = Some.Request with
        {
            MergeMethod = method,
            Conventions = new HotfixConventions { Title = TitlePattern.Parse(title) },
        };

        PlanResult result = HotfixPlanner.Plan(Stage.PullRequest, request, snapshot);

        Assert.Equal(codes, string.Join(' ', result is PlanResult.Refused ? result.Codes() : []));
    }

    // A queue merges as it is set; by a squash of one commit under that commit's name, unless the repository says otherwise.
    [Theory]
    [InlineData(MergeMethod.Merge, 1, false, "HF4305")]
    [InlineData(MergeMethod.Rebase, 1, true, "HF4305")]
    [InlineData(MergeMethod.Squash, 1, false, "HF4305")]
    [InlineData(MergeMethod.Squash, 1, true, "")]
    [InlineData(MergeMethod.Squash, 2, false, "")]
    internal void HasItsSubjectsCheckedAsTheQueueMerges(MergeMethod queue, int commits, bool byTitle, string codes)
    {
        Snapshot snapshot = Some.Committed with
        {
            Evidence = Some.Green,
            Hotfix = Some.Branch with { Commits = [.. Enumerable.Repeat(Some.Commit with { Subject = "Guard against an empty basket" }, commits)] },
            Settings = Some.Settings with { SquashesByTitle = byTitle },
            Rules = new BranchRules { UsesMergeQueue = true, QueueMethod = queue },
        };
        var request = Some.Request with
        {
            MergeMethod = MergeMethod.Squash,
            Conventions = new HotfixConventions { Title = TitlePattern.Conventional },
        };

        PlanResult result = HotfixPlanner.Plan(Stage.PullRequest, request, snapshot);

        Assert.Equal(codes, string.Join(' ', result is PlanResult.Refused ? result.Codes() : []));
    }

    [Fact]
    public void HasItsTitleAloneWhereTheRulesLeaveASquash()
    {
        Snapshot snapshot = Some.Committed with
        {
            Evidence = Some.Green,
            Hotfix = Some.Branch with { Commits = [Some.Commit with { Subject = "Guard against an empty basket" }] },
            Rules = new BranchRules { AllowedMergeMethods = [MergeMethod.Squash] },
        };
        var request = Some.Request with { Conventions = new HotfixConventions { Title = TitlePattern.Conventional } };

        Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.PullRequest, request, snapshot));
    }

    [Fact]
    public void IsTitledAsTheRepositoryTitles()
    {
        Snapshot snapshot = Some.Committed with { Evidence = Some.Green, FoundTitle = TitlePattern.Conventional };

        var ready = Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.PullRequest, Some.Request, snapshot));

        Assert.StartsWith("fix: null", ready.Steps.OfType<PlanStep.OpenPullRequest>().Single().Draft.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void StartsInNoForkByAccident()
    {
        Snapshot fork = Some.Snapshot with { Settings = Some.Settings with { ForkOf = "upstream/shop" } };

        Assert.Equal(["HF4308"], HotfixPlanner.Plan(Stage.Branch, Some.Request, fork).Codes());
        Assert.IsType<PlanResult.Ready>(HotfixPlanner.Plan(Stage.Branch, Some.Request with { Remote = "origin" }, fork));
    }

    [Fact]
    public void IsAdvisedPastACandidate()
    {
        var facts = new LaneFacts
        {
            BaseBranch = Some.Main,
            BaseTip = Some.BaseTip,
            Production = Some.Sha(0x142),
            ProductionTag = ReleaseTag.TryParse("v1.4.2")!,
            ContainsProduction = true,
            NextVersion = new SemanticVersion(1, 5, 0),
            Candidates = [ReleaseTag.TryParse("v1.5.0-rc.1")!],
        };

        LaneAdvice advice = LaneAdviser.Advise(facts, LanePolicy.Default);

        Assert.Equal(Lane.Exceptional, advice.Lane);
        Assert.Contains("v1.5.0-rc.1 is out as a candidate", advice.Blocking.Single(), StringComparison.Ordinal);
    }
}
