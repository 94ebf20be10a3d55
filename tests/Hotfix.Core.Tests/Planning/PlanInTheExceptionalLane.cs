using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Tests.Planning;

public sealed class PlanInTheExceptionalLane
{
    private static readonly BranchName Support = BranchName.Parse("support/1.4");
    private static readonly CommitSha Production = Some.Sha(0x142);

    private static readonly Snapshot Started = Some.Snapshot with
    {
        BaseBranch = Support,
        BaseTip = Production,
        LaneSituation = new LaneSituation
        {
            BaseBranch = Support,
            BaseTip = Production,
            MakesSupportBranch = true,
            Note = "exceptional lane by --lane: main is red",
        },
    };

    private static readonly Snapshot Open = Some.Mergeable with
    {
        BaseBranch = Support,
        PullRequest = Some.Open with { BaseBranch = Support },
        Rules = new BranchRules { RequiredApprovals = 1, AreOurs = true },
    };

    private static readonly Snapshot Releasable = Some.Releasable with
    {
        BaseBranch = Support,
        PullRequest = Some.Merged with { BaseBranch = Support },
        Remote = Some.Remote with { Tags = [Some.Tag("v1.4.2", Production), Some.Tag("v1.4.3-rc.1", Some.Sha(8)), Some.Tag("v1.5.0", Some.BaseTip)] },
        Release = Some.Releasable.Release! with { Version = null },
    };

    [Fact]
    public void TheSupportBranchIsMadeFirstWhereNoneMayBe()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Stage.Branch, Started));

        Assert.Equal(new PlanStep.PushBranch(Support, Production, ExpectedRemoteTip: null), ready.Steps[0]);
        Assert.Equal("PushBranch CreateBranch CheckOutBranch", ready.Steps());
        Assert.Equal(["exceptional lane by --lane: main is red"], ready.Notes);
        Assert.Equal("exceptional lane by --lane: main is red", Assert.IsType<PlanStep.CreateBranch>(ready.Steps[1]).Description);
    }

    // Checked out here, a branch of a commit that is older than the build would take the build away that has to go on.
    [Fact]
    public void ABranchThatLacksTheBuildGetsAWorkTreeBesideThisOneWhateverThisOneHolds()
    {
        Snapshot lacking = Started with
        {
            WorkTree = Started.WorkTree with { ChangedFiles = ["src/checkout.txt"] },
            LaneSituation = Started.LaneSituation! with { LacksBuild = "build" },
        };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(Stage.Branch, lacking));

        Assert.Equal("PushBranch CreateBranch AddWorktree", ready.Steps());
        var added = Assert.IsType<PlanStep.AddWorktree>(ready.Steps[^1]);
        Assert.Equal($"{lacking.WorkTree.Root}-{lacking.Hotfix!.Name.Value.Split('/')[^1]}", added.Path);
        Assert.Contains(ready.Notes, note => note.Contains("does not have build/", StringComparison.Ordinal));
    }

    [Fact]
    public void ABaseThatBecameUnreleasableStopsNoHotfixThatBegan()
    {
        LaneSituation refused = new() { BaseBranch = Some.Main, Refusals = [new Refusal("HF4110", "w", "y", "n")] };

        Assert.Equal(["HF4110"], Plan(Stage.Branch, Some.Snapshot with { LaneSituation = refused }).Codes());
        Assert.IsType<PlanResult.NothingToDo>(Plan(Stage.Branch, Some.Committed with { LaneSituation = refused }));
    }

    [Theory]
    [InlineData(LaneChoice.Standard, "support/1.4")]
    [InlineData(LaneChoice.Exceptional, "main")]
    internal void AnotherLaneThanThatOfThePullRequestIsRefused(LaneChoice choice, string baseBranch)
    {
        BranchName name = BranchName.Parse(baseBranch);
        Snapshot snapshot = Open with { BaseBranch = name, PullRequest = Open.PullRequest! with { BaseBranch = name } };

        Assert.Equal(["HF4111"], Plan(Stage.Merge, snapshot, Some.Request with { Lane = choice }).Codes());
    }

    [Fact]
    public void WhereNothingTellsTheLanesApartOneHasToBeNamed()
    {
        Snapshot either = Some.Committed with
        {
            BaseTip = Some.Sha(0x99),
            Hotfix = Some.Branch with { MergeBase = Production },
            Remote = Some.Remote with
            {
                Branches = new Dictionary<BranchName, CommitSha> { [Some.Main] = Some.Sha(0x99), [Support] = Production },
            },
        };

        Assert.Equal(["HF4112"], Plan(Stage.Branch, either).Codes());
        Assert.IsType<PlanResult.NothingToDo>(Plan(Stage.Branch, either, Some.Request with { Lane = LaneChoice.Standard }));
    }

    [Fact]
    public void ASupportBranchWithoutRulesIsMergedIntoWithAnApprovalAndSomethingGreen()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Stage.Merge, Open));

        Assert.Equal("MergePullRequest", ready.Steps());
        Assert.StartsWith("support/1.4 has no rules of its own: one approval and green tests", ready.Notes[0], StringComparison.Ordinal);
        Assert.StartsWith("no green test or check is known", Assert.Single(Plan(Stage.Merge, Open with { HeadChecks = [] }).Waits()), StringComparison.Ordinal);
        Assert.Single(Plan(Stage.Merge, Open with { Reviews = [] }).Waits());
    }

    [Fact]
    public void TheNextFreePatchOfTheLineIsReleasedAndIsNotLatest()
    {
        var ready = Assert.IsType<PlanResult.Ready>(
            Plan(Stage.Release, Releasable with { Release = Releasable.Release! with { HighestRelease = ReleaseTag.TryParse("v1.5.0") } })
        );

        var tag = Assert.IsType<PlanStep.CreateTag>(ready.Steps[0]);
        Assert.Equal("v1.4.4", tag.Tag.Name);
        Assert.Contains("\nHotfix-Lane: exceptional\n", tag.Message, StringComparison.Ordinal);
        Assert.False(Assert.IsType<PlanStep.PublishRelease>(ready.Steps[^1]).IsLatest);
        Assert.Contains("version 1.4.4: the next free patch after v1.4.2, on support/1.4", ready.Notes);
    }

    [Theory]
    [InlineData("1.5.1", "HF4122")]
    [InlineData("1.4.2", "HF4122 HF4123")]
    public void AVersionThatDoesNotFitTheLineIsRefused(string version, string codes) =>
        Assert.Equal(codes, string.Join(' ', Plan(Stage.Release, Releasable, Some.Request with { Version = SemanticVersion.TryParse(version) }).Codes()));

    [Theory]
    [InlineData(ReleaseStrategy.Publish)]
    [InlineData(ReleaseStrategy.ReleasePlease)]
    [InlineData(ReleaseStrategy.AwaitTag)]
    internal void WhereAnotherToolNumbersReleasesThisOnesNumberIsConfirmedByAPerson(ReleaseStrategy strategy)
    {
        HotfixRequest request = Some.Request with { Release = new ReleaseSettings(strategy) };
        Snapshot numbered = Releasable with
        {
            Remote = Some.Remote with { Tags = [Some.Tag("v1.4.2", Production), Some.Tag("v1.4.3", Some.Sha(8))] },
            Release = Releasable.Release! with { NumberedBy = "release-please" },
        };

        PlanResult unconfirmed = Plan(Stage.Release, numbered, request);
        PlanResult confirmed = Plan(Stage.Release, numbered, request with { Version = SemanticVersion.TryParse("1.4.4") });

        Refusal refusal = Assert.Single(Assert.IsType<PlanResult.Refused>(unconfirmed).Refusals);
        Assert.Equal("HF4125", refusal.Code);
        Assert.EndsWith("./build.sh Release --version 1.4.4", refusal.Next, StringComparison.Ordinal);
        Assert.Contains("It sorts above v1.4.3, released without the fix.", refusal.Why, StringComparison.Ordinal);
        Assert.Equal("v1.4.4", Assert.IsType<PlanStep.CreateTag>(Assert.IsType<PlanResult.Ready>(confirmed).Steps[0]).Tag.Name);
    }

    [Theory]
    [InlineData(ReleaseStrategy.Publish)]
    [InlineData(ReleaseStrategy.ReleasePlease)]
    internal void ANumberWithTheCommitInItIsNobodyElsesAndNeverLatest(ReleaseStrategy strategy)
    {
        ReleaseSnapshot release = Releasable.Release! with { NumberedBy = "release-please", HighestRelease = ReleaseTag.TryParse("v1.4.2") };

        PlanResult result = Plan(
            Stage.Release,
            Releasable with
            {
                Release = release,
            },
            Some.Request with
            {
                VersionScheme = VersionScheme.Suffix,
                Release = new ReleaseSettings(strategy),
            }
        );

        var ready = Assert.IsType<PlanResult.Ready>(result);
        Assert.Equal($"v1.4.2-hotfix{release.Commit.Short}", Assert.IsType<PlanStep.CreateTag>(ready.Steps[0]).Tag.Name);
        Assert.False(Assert.IsType<PlanStep.PublishRelease>(ready.Steps[^1]).IsLatest);
        Assert.Contains(ready.Notes, note => note.Contains("--version-scheme suffix", StringComparison.Ordinal));
    }

    // By its default configuration semantic-release releases branches of that name itself.
    [Fact]
    public void WhatReleasesItsMaintenanceBranchesItselfIsWaitedFor()
    {
        BranchName maintenance = BranchName.Parse("1.4.x");
        HotfixRequest request = Some.Request with { Release = new ReleaseSettings(ReleaseStrategy.AwaitTag) };
        HotfixConventions conventions = HotfixConventions.Default with { Support = SupportPattern.Parse("{major}.{minor}.x") };

        PlanResult result = Plan(
            Stage.Release,
            Releasable with
            {
                BaseBranch = maintenance,
                Remote = Releasable.Remote with { Conventions = conventions },
                Release = Releasable.Release! with { NumberedBy = "semantic-release" },
            },
            request with
            {
                Conventions = conventions,
            }
        );

        Assert.Contains("no release tag contains", Assert.Single(result.Waits()), StringComparison.Ordinal);
    }

    [Fact]
    public void ALineWithoutAReleaseOfItsOwnIsRefused() =>
        Assert.Equal(
            ["HF4116"],
            Plan(Stage.Release, Releasable with { Release = Releasable.Release! with { BaseTag = ReleaseTag.TryParse("v1.3.9") } }).Codes()
        );

    private static PlanResult Plan(Stage stage, Snapshot snapshot, HotfixRequest? request = null) =>
        HotfixPlanner.Plan(stage, request ?? Some.Request, snapshot);
}
