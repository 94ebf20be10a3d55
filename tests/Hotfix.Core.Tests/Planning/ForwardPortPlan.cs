using Hotfix.Core.Conventions;
using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Lanes;

namespace Hotfix.Core.Tests.Planning;

public sealed class ForwardPortPlan
{
    private static readonly ForwardPortRequest Request = new(null, ["grace"], Some.Day(2));
    private static readonly Debt Debt = new(ReleaseTag.TryParse("v1.4.3")!)
    {
        HotfixBranch = Some.HotfixName,
        SupportBranch = BranchName.Parse("support/1.4"),
        Owner = "ada",
        Due = new DateOnly(2026, 1, 5),
    };
    private static readonly CommitPatch Fix = new(Some.FixTip, "fix: null ref", "p1", "r1");
    private static readonly CommitPick Pick = new(Some.FixTip, MainlineParent: 1);
    private static readonly PickPreview Applies = new(Some.BaseTip, [new PickPreview.Applied(Pick, "tree", ChangesNothing: false)], Conflict: null);
    private static readonly PickPreview Conflicts = new(Some.BaseTip, [], new PickPreview.Stop(Pick, ["src/Checkout.cs"]));
    private static readonly PullRequest Open = Some.Open with
    {
        Number = 21,
        Url = "https://x/21",
        HeadBranch = Debt.PortBranch(HotfixConventions.Default),
        Labels = ["forward-port"],
    };
    private static readonly PullRequest Merged = Open with { State = PullRequestState.Merged, MergeCommitSha = Some.MergeCommit };

    private static readonly ForwardPortSeen Owed = new()
    {
        Issue = IssueOfADebt.Opened(DebtIssue.Compose(Debt, Some.Main)),
        Debt = Debt,
        Base = new BranchTip(Some.Main, Some.BaseTip),
        Facts = new ForwardPortFacts { BaseBranch = Some.Main, Fix = [Fix] },
        Preview = Applies,
        Picks = [Pick],
        Branch = Debt.PortBranch(HotfixConventions.Default),
    };

    [Fact]
    public void CarriesItOverWithItsOrigin()
    {
        var step = Assert.IsType<PlanStep.CarryOver>(Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(Owed)).Steps));

        Assert.Equal(
            ("forward-port/null-ref-in-checkout", false, "Forward-port v1.4.3: null ref in checkout"),
            (step.Draft.HeadBranch.Value, step.Draft.IsDraft, step.Draft.Title)
        );
        Assert.Equal(["grace"], step.Draft.Reviewers);
        Assert.DoesNotMatch("(?i)(fix|close|resolve)(e?[sd])? #", step.Draft.Body);
    }

    [Fact]
    public void NamesFilesAndCommandsOfAConflictAndNothingElse()
    {
        var later = new CommitPick(Some.Sha(7));
        var step = Assert.IsType<PlanStep.CarryOver>(
            Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(Owed with { Preview = Conflicts, Picks = [Pick, later] })).Steps)
        );

        Assert.True(step.Draft.IsDraft);
        Assert.Contains("- `src/Checkout.cs`", step.Draft.Body, StringComparison.Ordinal);
        Assert.Contains(
            $"git fetch origin forward-port/null-ref-in-checkout support/1.4\ngit switch forward-port/null-ref-in-checkout\ngit cherry-pick -x -m 1 {Some.FixTip}\n# resolve",
            step.Draft.Body,
            StringComparison.Ordinal
        );
        Assert.Contains($"git cherry-pick -x {later.Commit}\ngit push origin forward-port/null-ref-in-checkout\n", step.Draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<<<<", step.Draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void GoesOnAfterAPushThatWasTheLastThingToHappen() =>
        Assert.Equal(
            Some.FixTip,
            Assert
                .IsType<PlanStep.OpenPullRequest>(Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(Owed with { BranchTip = Some.FixTip })).Steps))
                .Draft.HeadSha
        );

    [Fact]
    public void WaitsForWhoeverMergesIt()
    {
        string wait = Assert.Single(Plan(Owed with { PullRequest = Open }).Waits());

        Assert.Equal(
            "the fix of v1.4.3 is owed to main (#9, ada, until 2026-01-05): #21 (https://x/21) is not merged; cleared by its checks, its review, and whoever merges it",
            wait
        );
    }

    [Fact]
    public void WaitsForWhoeverResolvesADraftAndNotOnceItIsReady()
    {
        ForwardPortSeen draft = Owed with { Preview = Conflicts, PullRequest = Open with { IsDraft = true } };

        Assert.Contains(
            "it conflicts in src/Checkout.cs; cleared by whoever resolves that in #21",
            Assert.Single(Plan(draft).Waits()),
            StringComparison.Ordinal
        );
        Assert.Contains("#21 (https://x/21) is not merged", Assert.Single(Plan(draft with { PullRequest = Open }).Waits()), StringComparison.Ordinal);
    }

    [Fact]
    public void WaitsForADecisionWhenItsPullRequestWasTurnedDown() =>
        Assert.Contains(
            "#21, which would bring it, was closed without being merged",
            Assert.Single(Plan(Owed with { PullRequest = Open with { State = PullRequestState.Closed } }).Waits()),
            StringComparison.Ordinal
        );

    [Fact]
    public void AddsALabelThatALostRunLeftOut() => Assert.Equal("AddLabels", Plan(Owed with { PullRequest = Open with { Labels = [] } }).Steps());

    [Fact]
    public void ClosesWhatGitProvesAndNamesALeftover()
    {
        ForwardPortSeen proven = Owed with
        {
            PullRequest = Open,
            Facts = Owed.Facts! with { BaseCommits = [new CommitPatch(Some.MergeCommit, "fix (#21)", "p1", "r1")] },
        };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(proven));

        Assert.True(Assert.IsType<PlanStep.CloseDebt>(Assert.Single(ready.Steps)).WasDone);
        Assert.Contains("#21 is no longer needed; close it: https://x/21", ready.Notes);
        Assert.True(
            Assert
                .IsType<PlanStep.CloseDebt>(Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(proven, Request with { Decision = "ada, today: gone" })).Steps))
                .WasDone
        );
    }

    [Fact]
    public void BelievesAPersonsResolutionUnlessItWasTakenBackOrLeftFilesOut()
    {
        ForwardPortSeen resolved = Owed with { Merged = [new CarriedPullRequest(Merged, [], TakenBackBy: null)] };

        Assert.True(Assert.IsType<PlanStep.CloseDebt>(Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(resolved)).Steps)).WasDone);
        Assert.Equal("CarryOver", Plan(Owed with { Merged = [new CarriedPullRequest(Merged, [], TakenBackBy: "abc Revert")] }).Steps());
        Assert.Equal("CarryOver", Plan(Owed with { Merged = [new CarriedPullRequest(Merged, ["src/Checkout.cs"], TakenBackBy: null)] }).Steps());
    }

    [Fact]
    public void ClosesWithADecisionAsNotPlanned()
    {
        ForwardPortRequest decided = Request with { Decision = "ada, 2026-01-03: main has no checkout" };

        foreach (ForwardPortSeen seen in new[] { Owed, Owed with { Debt = null, Facts = null, Preview = null } })
        {
            var step = Assert.IsType<PlanStep.CloseDebt>(Assert.Single(Assert.IsType<PlanResult.Ready>(Plan(seen, decided)).Steps));
            Assert.False(step.WasDone);
            Assert.Contains("main has no checkout", step.Comment.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void RefusesWhatItCannotTell()
    {
        Assert.Equal(["HF4180"], Plan(Owed with { Debt = null, Facts = null, Preview = null }).Codes());
        Assert.Equal(["HF4180"], Plan(Owed with { Facts = null, Preview = null }).Codes());
    }

    private static PlanResult Plan(ForwardPortSeen seen, ForwardPortRequest? request = null) => ForwardPortPlanner.Plan(request ?? Request, seen);
}
