using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class BranchThatTakesSignedCommitsAlone
{
    private static readonly Fix Fix = new Fix.Commits([Some.Sha(7)]);
    private static readonly Snapshot Tested = Some.Committed with { Evidence = Some.Green };

    [Theory]
    [InlineData(true, true, CommitSigning.Here)]
    [InlineData(false, true, CommitSigning.ByGitHub)]
    [InlineData(true, false, CommitSigning.Here)]
    internal void HasAFixSignedByWhoeverCan(bool here, bool byGitHub, CommitSigning signing)
    {
        SigningFacts facts = Asked(Some.Main) with { CanSignHere = here, GitHubSigns = byGitHub };

        var ready = Assert.IsType<PlanResult.Ready>(Plan(Stage.Branch, Some.Snapshot with { Fix = Fix, Signing = facts }));

        Assert.Equal(signing, Assert.Single(ready.Steps.OfType<PlanStep.ApplyFix>()).Signing);
    }

    [Fact]
    public void RefusesAFixThatNobodyCanSign() =>
        Assert.Equal(["HF4457"], Plan(Stage.Branch, Some.Snapshot with { Fix = Fix, Signing = Asked(Some.Main) }).Codes());

    [Fact]
    public void LeavesAFixToGitsSettingsWhereNothingAsks()
    {
        var ready = Assert.IsType<PlanResult.Ready>(Plan(Stage.Branch, Some.Snapshot with { Fix = Fix }));

        Assert.Equal(CommitSigning.AsGitIsSet, Assert.Single(ready.Steps.OfType<PlanStep.ApplyFix>()).Signing);
    }

    [Fact]
    public void NamesTheUnsignedCommitsBeforeAnythingIsPushed()
    {
        Snapshot unsigned = Tested with { Signing = Asked(Some.Main) with { Unsigned = Tested.Hotfix!.Commits } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(Stage.PullRequest, unsigned));

        Assert.Equal("HF4458", Assert.Single(refused.Refusals).Code);
        Assert.Contains($"1 commit of {Some.HotfixName} is not signed: {Some.FixTip.Short}", refused.Refusals[0].What, StringComparison.Ordinal);
        Assert.EndsWith($"git rebase --force-rebase --gpg-sign {Tested.Hotfix.MergeBase!.Value.Short}", refused.Refusals[0].Next, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysHowWhatARunWasKilledOverIsMadeAgainForTheApp()
    {
        Snapshot unsigned = Tested with { Signing = Asked(Some.Main) with { GitHubSigns = true, Unsigned = Tested.Hotfix!.Commits } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(Stage.PullRequest, unsigned));

        Assert.Contains(
            $"(git reset --keep {Tested.Hotfix.MergeBase!.Value.Short}) and run it with '--fix' again",
            refused.Refusals[0].Next,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SaysHowWhatIsPushedAlreadyIsReplaced()
    {
        Snapshot pushed = Tested with { Hotfix = Some.Pushed, Signing = Asked(Some.Main) with { Unsigned = Some.Pushed.Commits } };

        var refused = Assert.IsType<PlanResult.Refused>(Plan(Stage.PullRequest, pushed));

        Assert.EndsWith($" && git push --force-with-lease origin {Some.HotfixName}", refused.Refusals[0].Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("hotfix/null-ref", false)]
    public void AsksNothingOfWhatGitHubSquashesIntoIt(string askedBy, bool isEnough)
    {
        Snapshot squashed = Tested with
        {
            Settings = Some.Settings with { AllowedMergeMethods = [MergeMethod.Squash] },
            Signing = Asked(askedBy == "main" ? Some.Main : Some.HotfixName) with { Unsigned = Tested.Hotfix!.Commits },
        };

        Assert.Equal(isEnough, Plan(Stage.PullRequest, squashed) is PlanResult.Ready);
    }

    [Theory]
    [InlineData(MergeMethod.Squash, true)]
    [InlineData(MergeMethod.Merge, false)]
    internal void AsksForWhatItsQueueMakesOfThemWhateverWasWanted(MergeMethod ofTheQueue, bool isEnough)
    {
        Snapshot queued = Tested with
        {
            Settings = Some.Settings with { AllowedMergeMethods = [ofTheQueue == MergeMethod.Squash ? MergeMethod.Merge : MergeMethod.Squash] },
            Rules = Tested.Rules with { UsesMergeQueue = true, QueueMethod = ofTheQueue },
            Signing = Asked(Some.Main) with { Unsigned = Tested.Hotfix!.Commits },
        };

        Assert.Equal(isEnough, Plan(Stage.PullRequest, queued) is PlanResult.Ready);
    }

    [Fact]
    public void IsNotMergedByRebase()
    {
        Snapshot both = Some.Mergeable with
        {
            Settings = Some.Settings with { AllowedMergeMethods = [MergeMethod.Rebase, MergeMethod.Squash] },
            Rules = Some.Mergeable.Rules with { RequiresSignatures = true },
        };

        Assert.Equal(MergeMethod.Squash, both.MergeMethodFor(wanted: null));
        Assert.Null(both.MergeMethodFor(MergeMethod.Rebase));
    }

    private static SigningFacts Asked(BranchName by) => new(by);

    private static PlanResult Plan(Stage stage, Snapshot snapshot) => HotfixPlanner.Plan(stage, Some.Request, snapshot);
}
