using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class MergePlan
{
    [Fact]
    public void MergesAtTheVeryHead() =>
        Assert.Equal(
            [new PlanStep.MergePullRequest(17, Some.FixTip, MergeMethod.Merge, "Hotfix: null ref in checkout (#17)")],
            Assert.IsType<PlanResult.Ready>(Plan(Some.Mergeable)).Steps
        );

    [Fact]
    public void FindsItMerged() =>
        Assert.Equal(
            $"pull request #17 was merged as {Some.MergeCommit.Short} by bob on 2026-01-02 09:00:00Z",
            Plan(Some.Mergeable with { PullRequest = Some.Merged }).Evidence()
        );

    [Fact]
    public void RefusesWithoutPullRequest() => Assert.Equal(["HF4019"], Plan(Some.Committed).Codes());

    [Fact]
    public void RefusesAClosedOne() => Assert.Equal(["HF4013"], Plan(Some.Mergeable with { PullRequest = Some.Closed, ConflictingLooks = 5 }).Codes());

    [Fact]
    public void RefusesAHeadThatSomebodyPushedMeanwhile() =>
        Assert.Equal(["HF4037"], Plan(Some.Mergeable with { PullRequest = Some.Open with { HeadSha = Some.Sha(9) }, HeadChecks = [], Reviews = [] }).Codes());

    [Fact]
    public void WaitsUntilGitHubShowsThePush() =>
        Assert.Equal(
            [
                $"the pull request's head is still {Some.FixTip.Short}, and the branch is at {Some.Sha(9).Short}; cleared by GitHub, in a few seconds after a push",
            ],
            Plan(Some.Mergeable with { Hotfix = Some.Pushed with { LocalTip = Some.Sha(9), Commits = [Some.Commit, Some.Commit with { Sha = Some.Sha(9) }] } })
                .Waits()
        );

    [Fact]
    public void RefusesForEveryReasonAtOnce()
    {
        Snapshot snapshot = Some.Mergeable with
        {
            ConflictingLooks = 2,
            HeadChecks = [Some.Check("build", CheckState.Failed)],
            Reviews = [Some.Review("bob", ReviewDecision.ChangesRequested)],
            Rules = Some.Mergeable.Rules with { AllowedMergeMethods = [] },
        };

        Assert.Equal(["HF4020", "HF4021", "HF4022", "HF4026"], Plan(snapshot).Codes());
    }

    [Fact]
    public void WaitsForEverythingAtOnce()
    {
        Snapshot snapshot = Some.Mergeable with { HeadChecks = [], Reviews = [], PullRequest = Some.Open with { IsDraft = true, IsMergeable = null } };

        string[] waits = Plan(snapshot).Waits();

        Assert.Equal(
            [
                "required check 'build' has not reported; cleared by CI, which has to run it on this commit",
                "0 of 1 approvals; cleared by a review by anybody with write access but ada: https://github.com/acme/shop/pull/17",
                "the pull request is a draft; cleared by ada, who marks it ready for review",
                "GitHub is computing whether it merges; cleared by GitHub, in a few seconds",
            ],
            waits
        );
    }

    [Fact]
    public void BelievesAConflictAtTheSecondLook()
    {
        Snapshot snapshot = Some.Mergeable with { PullRequest = Some.Open with { IsMergeable = false, MergeableState = "dirty" }, ConflictingLooks = 1 };

        Assert.StartsWith("GitHub sees a conflict", Assert.Single(Plan(snapshot).Waits()), StringComparison.Ordinal);
        Assert.Equal(["HF4020"], Plan(snapshot with { ConflictingLooks = 2 }).Codes());
    }

    [Fact]
    public void BringsTheBaseIntoAHeadThatIsBehind() =>
        Assert.Equal(
            [new PlanStep.UpdateBranch(17, Some.FixTip, Some.Main)],
            Assert.IsType<PlanResult.Ready>(Plan(Some.Mergeable with { CommitsBehind = 3, HeadChecks = [], Reviews = [] })).Steps
        );

    [Fact]
    public void LeavesADraftBehindUntilItIsReady() =>
        Assert.Equal(
            [
                "the pull request is a draft; cleared by ada, who marks it ready for review",
                "the head lacks 3 commits of main, and it has to be up to date; cleared by this tool, once it is no draft: it brings them in, and then checks and reviews begin again",
            ],
            Plan(Some.Mergeable with { CommitsBehind = 3, PullRequest = Some.Open with { IsDraft = true } }).Waits()
        );

    [Fact]
    public void NamesEachOpenConversation()
    {
        Snapshot snapshot = Some.Mergeable with
        {
            Rules = Some.Mergeable.Rules with { RequiresResolvedConversations = true },
            MergeDetail = new MergeDetail { Unresolved = [new ReviewConversation("bob", "src/Checkout.cs", "https://github.com/acme/shop/pull/17#r1")] },
        };

        Assert.Equal(
            ["bob's conversation on src/Checkout.cs is not resolved; cleared by bob, or the author, who resolves it: https://github.com/acme/shop/pull/17#r1"],
            Plan(snapshot).Waits()
        );
    }

    [Fact]
    public void NamesTheCodeOwnersThatTheRulesWant()
    {
        Snapshot snapshot = Some.Mergeable with
        {
            Rules = Some.Mergeable.Rules with { RequiresCodeOwners = true },
            MergeDetail = new MergeDetail { AwaitedCodeOwners = ["acme/core", "carol"] },
        };

        Assert.Equal(
            ["a code owner of the changed files has not approved; cleared by a review by acme/core or carol: https://github.com/acme/shop/pull/17"],
            Plan(snapshot).Waits()
        );
    }

    [Theory]
    [InlineData("bob", false)]
    [InlineData("ada", true)]
    public void WantsAnotherApprovalThanTheLastPushers(string pusher, bool merges)
    {
        Snapshot snapshot = Some.Mergeable with { LastPusher = pusher, Rules = Some.Mergeable.Rules with { RequiresLastPushApproval = true } };

        PlanResult result = Plan(snapshot);

        Assert.Equal(merges, result is PlanResult.Ready);
        Assert.True(merges || result.Waits()[0].StartsWith("bob pushed last", StringComparison.Ordinal));
    }

    [Fact]
    public void NamesTheReviewThatGitHubWantsByARuleThatCannotBeRead()
    {
        Snapshot snapshot = Some.Mergeable with
        {
            Reviews = [],
            HeadChecks = [],
            Rules = new BranchRules { RequiredChecks = [new RequiredCheck("build")], Unreadable = ["classic protection of main"] },
            MergeDetail = new MergeDetail { ReviewVerdict = "review_required" },
        };

        Assert.Equal(
            [
                "required check 'build' has not reported; cleared by CI, which has to run it on this commit",
                "GitHub wants a review, by a rule that this credential cannot read; cleared by a reviewer: https://github.com/acme/shop/pull/17",
            ],
            Plan(snapshot).Waits()
        );
    }

    [Fact]
    public void SaysThatARuleIsNotVisibleWhenGitHubBlocksAllTheSame() =>
        Assert.StartsWith(
            "GitHub blocks the merge by a rule that is not visible here",
            Assert.Single(Plan(Some.Mergeable with { PullRequest = Some.Open with { MergeableState = "blocked" } }).Waits()),
            StringComparison.Ordinal
        );

    // Merged over and over, because only the rules that could be read counted.
    [Theory]
    [InlineData("clean", null)]
    [InlineData("unstable", null)]
    [InlineData("has_hooks", null)]
    [InlineData("behind", "GitHub calls the head behind main, and it lacks nothing of it")]
    [InlineData("dirty", "GitHub sees a conflict")]
    [InlineData("draft", "GitHub still takes it for a draft")]
    [InlineData("unknown", "GitHub has not said yet whether it may be merged")]
    [InlineData("blocked", "GitHub blocks the merge by a rule that is not visible here")]
    [InlineData("quarantined", "GitHub calls the state of this merge 'quarantined', which is not known here")]
    public void TakesGitHubsWordWhateverTheRulesSay(string state, string? wait)
    {
        PlanResult result = Plan(Some.Mergeable with { PullRequest = Some.Open with { MergeableState = state } });

        if (wait is null)
            Assert.IsType<PlanResult.Ready>(result);
        else
            Assert.StartsWith(wait, Assert.Single(result.Waits()), StringComparison.Ordinal);
    }

    [Fact]
    public void DoesNotTakeAnEmptySetOfChecksForSuccess()
    {
        Snapshot unruled = Some.Mergeable with { Rules = BranchRules.None, HeadChecks = [], Reviews = [] };

        Assert.StartsWith("nothing has tested this head", Assert.Single(Plan(unruled).Waits()), StringComparison.Ordinal);
        var ready = Assert.IsType<PlanResult.Ready>(Plan(unruled with { PullRequest = TestPlan.Reported(Some.Committed) }));
        Assert.Equal(2, ready.Notes.Count);
    }

    [Fact]
    public void SaysWhatItCouldNotRead()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Some.Mergeable with { Rules = Some.Mergeable.Rules with { Unreadable = ["classic protection"] } }));

        Assert.Equal(["not checked here: classic protection; GitHub enforces it all the same"], ready.Notes);
    }

    [Theory]
    [InlineData(null, MergeMethod.Squash)]
    [InlineData(MergeMethod.Rebase, MergeMethod.Rebase)]
    internal void TakesTheMethodThatAllAllow(MergeMethod? wanted, MergeMethod expected)
    {
        Snapshot snapshot = Some.Mergeable with { Rules = Some.Mergeable.Rules with { AllowedMergeMethods = [MergeMethod.Rebase, MergeMethod.Squash] } };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(snapshot, Some.Request with { MergeMethod = wanted }));

        Assert.Equal(expected, Assert.IsType<PlanStep.MergePullRequest>(ready.Steps[0]).Method);
    }

    [Fact]
    public void RefusesAMethodThatIsNotAllowed()
    {
        Snapshot snapshot = Some.Mergeable with { Settings = Some.Settings with { AllowedMergeMethods = [MergeMethod.Squash] } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(snapshot, Some.Request with { MergeMethod = MergeMethod.Rebase }));

        Assert.Equal("Settings: squash; rules: no limit.", Assert.Single(refused.Refusals).Why);
    }

    private static PlanResult Plan(Snapshot snapshot, HotfixRequest? request = null) => HotfixPlanner.Plan(Stage.Merge, request ?? Some.Request, snapshot);
}
