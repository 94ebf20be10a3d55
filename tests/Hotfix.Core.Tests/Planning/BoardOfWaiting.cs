using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class BoardOfWaiting
{
    [Fact]
    public void NamesARequiredCheckBeforeItReports() =>
        Assert.Contains(
            new BoardRow("build (required)", BoardProgress.Pending, "has not reported"),
            WaitingBoard.Of(Stage.Merge, Some.Mergeable with { HeadChecks = [] })
        );

    [Fact]
    public void OfTwoResultsOfOneNameShowsTheWorse() =>
        Assert.Contains(
            WaitingBoard.Of(Stage.Merge, Some.Mergeable with { HeadChecks = [Some.Check("build", CheckState.Passed), Some.Check("build", CheckState.Failed)] }),
            row => row is { Subject: "build (required)", Progress: BoardProgress.Failed }
        );

    [Fact]
    public void CountsApprovalsOfThisHeadAndNamesWhoGaveThem() =>
        Assert.Contains(
            new BoardRow("reviews", BoardProgress.Done, "1 of 1 approvals (bob)"),
            WaitingBoard.Of(Stage.Merge, Some.Mergeable with { Reviews = [Some.Review("bob", ReviewDecision.Approved)] })
        );

    // "0 of 0 approvals, ok" stood beside "GitHub wants a review".
    [Theory]
    [InlineData("review_required", BoardProgress.Pending)]
    [InlineData("approved", BoardProgress.Done)]
    internal void DoesNotCountAgainstARuleThatCannotBeRead(string verdict, BoardProgress progress) =>
        Assert.Contains(
            new BoardRow("reviews", progress, "0 given; how many are asked for is unknown"),
            WaitingBoard.Of(
                Stage.Merge,
                Some.Mergeable with
                {
                    Rules = new BranchRules { Unreadable = ["classic protection of main"] },
                    MergeDetail = new MergeDetail { ReviewVerdict = verdict },
                    Reviews = [],
                }
            )
        );

    [Fact]
    public void OfAReleaseHasTheMergeCommitsChecksAndNoReviews() =>
        Assert.All(WaitingBoard.Of(Stage.Release, Some.Releasable), row => Assert.NotEqual("reviews", row.Subject));
}
