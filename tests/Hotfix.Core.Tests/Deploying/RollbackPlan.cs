using Hotfix.Core.Deploying;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Tests.Deploying.SomeDeployment;

namespace Hotfix.Core.Tests.Deploying;

public sealed class RollbackPlan
{
    private static readonly ReleaseTag Bad = ReleaseTag.TryParse("v1.4.3")!;
    private static readonly ReleaseTag Good = ReleaseTag.TryParse("v1.4.2")!;
    private static readonly DeployableRelease GoodRelease = new(Good, Before, Lane.Standard);
    private static readonly RollbackRecord Record = new(Bad, Good, 9);

    private static readonly RollbackFacts Deployed = new()
    {
        Environment = "production",
        Tags = Tags,
        Newest = [Own(9, Some.MergeCommit, DeploymentState.Succeeded), Own(8, Before, DeploymentState.Succeeded)],
        How = "'./deploy.sh'",
        Reason = "checkout is down",
    };

    private static readonly RevertFacts Revert = new(
        BranchName.Parse("revert/v1.4.3"),
        Some.Main,
        new RevertPreview(Some.BaseTip, "tree", [], ChangesNothing: false),
        [Some.Commit]
    );

    [Fact]
    public void TheReleaseBeforeTheNewestDeploymentIsChosen() => Assert.Equal(Record, RollbackPlanner.Choose(Deployed).Record);

    [Fact]
    public void WhatRunsIsChosenWhenTheNewestDeploymentFailed() =>
        Assert.Equal(
            Record,
            RollbackPlanner
                .Choose(Deployed with { Newest = [Own(9, Some.MergeCommit, DeploymentState.Failed), Own(8, Before, DeploymentState.Succeeded)] })
                .Record
        );

    [Fact]
    public void WithoutDeploymentsItIsTheReleaseBelowTheHighest() =>
        Assert.Equal(Record with { After = 0 }, RollbackPlanner.Choose(Deployed with { Newest = [] }).Record);

    [Fact]
    public void ARollbackThatIsUnderWayIsGoneOnWithAndNotRepeated()
    {
        RollbackFacts locked = Locked(Deployed) with { Newest = [Own(10, Before, DeploymentState.Succeeded), .. Deployed.Newest] };

        Assert.Equal(Record, RollbackPlanner.Choose(locked).Record);
        Assert.Equal("OpenRevert", RollbackPlanner.Plan(locked with { Revert = Revert }, Record, GoodRelease).Steps());
        Assert.NotEmpty(RollbackPlanner.Plan(locked with { Revert = Revert with { PullRequest = Some.Open } }, Record, GoodRelease).Evidence());
    }

    [Fact]
    public void AnotherTargetIsAnotherRollbackInTheSameLock()
    {
        RollbackFacts further = Locked(Deployed) with { To = ReleaseTag.TryParse("v1.4.1"), Tags = [.. Tags, new("v1.4.1", Some.Sha(0x141), Some.Sha(0x141))] };

        RollbackRecord record = RollbackPlanner.Choose(further).Record!;
        PlanResult result = RollbackPlanner.Plan(further, record, GoodRelease with { Tag = record.To });

        Assert.Equal("v1.4.1", record.To.Name);
        Assert.Equal(4, Assert.IsType<PlanStep.LockReleases>(Assert.IsType<PlanResult.Ready>(result).Steps[0]).Number);
    }

    [Theory]
    [InlineData("v9.9.9", "HF4160")]
    [InlineData("v1.4.3", "HF4162")]
    public void ATargetThatIsNotThereOrRunsAlreadyIsRefused(string to, string code) =>
        Assert.Equal(code, RollbackPlanner.Choose(Deployed with { To = ReleaseTag.TryParse(to) }).Refusal?.Code);

    [Fact]
    public void WithoutAnEarlierReleaseThereIsNoWayBack() =>
        Assert.Equal("HF4161", RollbackPlanner.Choose(Deployed with { Newest = [], Tags = [Tags[0]] }).Refusal?.Code);

    [Fact]
    public void ReleasesAreLockedBeforeAnythingIsDeployed()
    {
        PlanResult result = RollbackPlanner.Plan(Deployed with { Revert = Revert, Verifies = "https://shop" }, Record, GoodRelease);

        Assert.Equal("LockReleases GoBack VerifyEnvironment OpenRevert", result.Steps());
    }

    [Fact]
    public void WhereNothingDeploysNothingIsChanged() =>
        Assert.Equal(["HF4163"], RollbackPlanner.Plan(Deployed with { How = null }, Record, GoodRelease).Codes());

    [Fact]
    public void AMigrationInBetweenNeedsAReasonThatIsRecorded()
    {
        RollbackFacts migrated = Deployed with { UnsafeFiles = ["db/migrations/7.sql"] };

        PlanResult forced = RollbackPlanner.Plan(migrated with { Anyway = "it only adds a column" }, Record, GoodRelease);

        Assert.Equal(["HF4164"], RollbackPlanner.Plan(migrated, Record, GoodRelease).Codes());
        string body = Assert.IsType<PlanStep.LockReleases>(Assert.IsType<PlanResult.Ready>(forced).Steps[0]).Issue.Body;
        Assert.Contains("it only adds a column", body, StringComparison.Ordinal);
        Assert.Contains("db/migrations/7.sql", body, StringComparison.Ordinal);
    }

    [Fact]
    public void AConflictIsADraftThatNamesFilesAndCommands()
    {
        RevertFacts conflict = Revert with { Preview = new RevertPreview(Some.BaseTip, null, ["src/Checkout.cs"], ChangesNothing: false) };

        PlanResult result = RollbackPlanner.Plan(Deployed with { Revert = conflict }, Record, GoodRelease);

        PullRequestDraft draft = Assert.IsType<PlanStep.OpenRevert>(Assert.IsType<PlanResult.Ready>(result).Steps[^1]).Draft;
        Assert.True(draft.IsDraft);
        Assert.Contains("`src/Checkout.cs`", draft.Body, StringComparison.Ordinal);
        Assert.Contains("git diff --binary v1.4.3 v1.4.2 | git apply --3way", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1.4.3")]
    [InlineData(null)]
    public void TheLockTellsItsRollbackAgain(string? from)
    {
        RollbackRecord record = Record with { From = from is null ? null : ReleaseTag.TryParse(from) };

        Assert.Equal(record, RollbackRecord.Read(Lock(record)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Please!\n")]
    public void ALockThatIsNotOursSaysNothingAboutWhereToGoBackTo(string before)
    {
        Issue foreign = Lock(Record with { To = ReleaseTag.TryParse("v1.0.0")! }) with { IsOurs = false, Author = "eve" };

        (RollbackRecord? record, _) = RollbackPlanner.Choose(
            Deployed with
            {
                Locks = [foreign with { Body = before + foreign.Body }],
                Tags = [.. Tags, new("v1.0.0", Some.Sha(0x100), Some.Sha(0x100))],
            }
        );

        Assert.Equal(Record, record);
    }

    [Fact]
    public void ALockThatNamesWhatNeverRanIsRefused()
    {
        RollbackFacts facts = Deployed with
        {
            Locks = [Lock(Record with { To = ReleaseTag.TryParse("v1.0.0")! })],
            Tags = [.. Tags, new("v1.0.0", Some.Sha(0x100), Some.Sha(0x100))],
        };

        Assert.Equal("HF4400", RollbackPlanner.Choose(facts).Refusal!.Code);
        Assert.Equal("v1.0.0", RollbackPlanner.Choose(facts with { To = ReleaseTag.TryParse("v1.0.0") }).Record!.To.Name);
        Assert.Equal("v1.0.0", RollbackPlanner.Choose(facts with { Recorded = [Own(2, Some.Sha(0x100), DeploymentState.Inactive)] }).Record!.To.Name);
    }

    [Fact]
    public void ALockDoesNotStandForTheReasonToGoBackPastAMigration()
    {
        RollbackFacts locked = Locked(Deployed) with { UnsafeFiles = ["db/migrations/7.sql"] };

        Assert.Equal(["HF4164"], RollbackPlanner.Plan(locked, Record, GoodRelease).Codes());
        Assert.IsType<PlanResult.Ready>(RollbackPlanner.Plan(locked with { Anyway = "it only adds a column" }, Record, GoodRelease));
    }

    [Fact]
    public void TheWayBackIsTheHighestReleaseOfTheLine()
    {
        Snapshot main = Some.Snapshot with
        {
            Remote = Some.Remote with { Tags = [.. Tags, new("v1.5.0", Before, Before), new("v2.0.0-rc.1", Before, Before)] },
        };

        Assert.EndsWith("--to v1.5.0", LastGoodLine.Of(main), StringComparison.Ordinal);
        Assert.EndsWith("--to v1.4.3", LastGoodLine.Of(main with { BaseBranch = BranchName.Parse("support/1.4") }), StringComparison.Ordinal);
        Assert.Null(LastGoodLine.Of(Some.Snapshot));
    }

    private static RollbackFacts Locked(RollbackFacts facts) => facts with { Locks = [Lock(Record)] };

    private static Issue Lock(RollbackRecord record)
    {
        NewIssue issue = record.ToLock("production", "checkout is down", null, []);
        return new Issue(4, issue.Title, issue.Marker.On(issue.Body), IsOpen: true, "https://github.com/acme/shop/issues/4", "ada", Some.Day(3))
        {
            IsOurs = true,
        };
    }
}
