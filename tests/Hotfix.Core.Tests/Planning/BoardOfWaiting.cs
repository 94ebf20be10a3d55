using Hotfix.Core.Planning;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Planning;

public sealed class BoardOfWaiting
{
    [Fact]
    public void NamesARequiredCheckBeforeItReports() => Assert.Contains(
        new BoardRow("build (required)", BoardProgress.Pending, "has not reported"),
        WaitingBoard.Of(Stage.Merge, Some.Mergeable with { HeadChecks = [] }));

    [Fact]
    public void OfTwoResultsOfOneNameShowsTheWorse() => Assert.Contains(
        WaitingBoard.Of(Stage.Merge, Some.Mergeable with { HeadChecks = [Some.Check("build", CheckState.Passed), Some.Check("build", CheckState.Failed)] }),
        row => row is { Subject: "build (required)", Progress: BoardProgress.Failed });

    [Fact]
    public void CountsApprovalsOfThisHeadAndNamesWhoGaveThem() => Assert.Contains(
        new BoardRow("reviews", BoardProgress.Done, "1 of 1 approvals (bob)"),
        WaitingBoard.Of(Stage.Merge, Some.Mergeable with { Reviews = [Some.Review("bob", ReviewDecision.Approved)] }));

    [Fact]
    public void OfAReleaseHasTheMergeCommitsChecksAndNoReviews() => Assert.All(
        WaitingBoard.Of(Stage.Release, Some.Releasable),
        row => Assert.NotEqual("reviews", row.Subject));
}
