using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using static Hotfix.Core.Snapshots.ReviewDecision;

namespace Hotfix.Core.Tests.Planning;

public sealed class ReviewsOfHead
{
    [Fact]
    public void ApproveByThePersonsNewestWord()
    {
        Review[] reviews = [Some.Review("bob", ChangesRequested), Some.Review("Bob", Approved, day: 1), Some.Review("bob", Commented, day: 2)];

        Assert.Equal(1, Approvals(reviews));
        Assert.Empty(ReviewAssessment.Blocking(reviews));
    }

    [Fact]
    public void BlockByThePersonsNewestWordEvenInTheSameSecond()
    {
        Review[] reviews = [Some.Review("bob", Approved), Some.Review("bob", ChangesRequested)];

        Assert.Equal(0, Approvals(reviews));
        Assert.Single(ReviewAssessment.Blocking(reviews));
    }

    [Fact]
    public void AreTakenBackByDismissal() => Assert.Equal(0, Approvals([Some.Review("bob", Approved), Some.Review("bob", Dismissed, day: 1)]));

    [Fact]
    public void DoNotCountOfTheAuthor() => Assert.Equal(0, Approvals([Some.Review("Ada", Approved)]));

    [Fact]
    public void DoNotCountOfPeopleWhoMayNotWrite()
    {
        Review[] reviews = [Some.Review("bob", Approved) with { CanWrite = false }, Some.Review("eve", ChangesRequested) with { CanWrite = false }];

        Assert.Equal(0, Approvals(reviews));
        Assert.Empty(ReviewAssessment.Blocking(reviews));
    }

    [Fact]
    public void DoNotCountOfAnotherHead()
    {
        Snapshot snapshot = Some.Mergeable with { Reviews = [Some.Review("bob", Approved, commit: Some.BaseTip)] };

        Wait? missing = ReviewAssessment.Missing(snapshot);

        Assert.Equal($"0 of 1 approvals; bob approved {Some.BaseTip.Short}, and the head is {Some.FixTip.Short} now", missing?.What);
        Assert.Contains("a review by bob", missing?.Who, StringComparison.Ordinal);
    }

    [Fact]
    public void AreAskedOfWhomWasAsked()
    {
        Snapshot snapshot = Some.Mergeable with { Reviews = [], PullRequest = Some.Open with { RequestedReviewers = ["bob", "acme/core"] } };

        Assert.Contains("a review by bob or acme/core", ReviewAssessment.Missing(snapshot)?.Who, StringComparison.Ordinal);
    }

    [Fact]
    public void AreAskedOfAnybodyElseWhenNobodyWasAsked() =>
        Assert.Contains("anybody with write access but ada", ReviewAssessment.Missing(Some.Mergeable with { Reviews = [] })?.Who, StringComparison.Ordinal);

    private static int Approvals(Review[] reviews) => ReviewAssessment.Approving(reviews, Some.Open).Count();
}
