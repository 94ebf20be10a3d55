using Hotfix.Core.Tests.Building;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Tests.Timeline;

public sealed class TimelineOfAHotfix
{
    private static readonly Moment[] Whole =
    [
        Moment(MomentKind.Incident, 0),
        Moment(MomentKind.FirstCommit, 20),
        Moment(MomentKind.PullRequest, 30),
        Moment(MomentKind.FirstReview, 36),
        Moment(MomentKind.Approval, 45),
        Moment(MomentKind.Merge, 50),
        Moment(MomentKind.Staging, 53),
        Moment(MomentKind.Release, 55),
        Moment(MomentKind.Production, 62),
        Moment(MomentKind.Verification, 63),
        Moment(MomentKind.ForwardPort, 300),
    ];

    private static readonly Period[] Checks = [new(At(30), At(38)), new(At(31), At(40))];

    [Fact]
    public void SaysWhereTheTimeWent()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(Whole.Reverse(), Checks, now: null);

        Assert.Equal(
            [
                (Occupation.Author, 30.0),
                (Occupation.Checks, 10),
                (Occupation.Review, 5),
                (Occupation.Queue, 5),
                (Occupation.Release, 5),
                (Occupation.Deployment, 8),
            ],
            timeline.Slices.Select(slice => (slice.Occupation, slice.Duration.TotalMinutes))
        );
        Assert.Equal(TimeSpan.FromMinutes(63), timeline.Total);
        Assert.Equal(MomentKind.Verification, timeline.Restored!.Kind);
        Assert.Equal(At(63), timeline.End);
    }

    [Fact]
    public void MeasuresBetweenMomentsThatAreThereAndInOrder()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(Whole, Checks, now: null);

        Assert.Equal(TimeSpan.FromMinutes(42), timeline.Between(MomentKind.FirstCommit, MomentKind.Production));
        Assert.Null(timeline.Between(MomentKind.Production, MomentKind.FirstCommit));
        Assert.Null(HotfixTimeline.Of([Whole[0]], [], now: null).Between(MomentKind.Incident, MomentKind.Merge));
    }

    [Fact]
    public void CountsUntilNowWhileProductionIsNotWell()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(Whole.Take(4), [], now: At(90));

        Assert.Null(timeline.Restored);
        Assert.Equal([(Occupation.Author, 30.0), (Occupation.Review, 60)], timeline.Slices.Select(slice => (slice.Occupation, slice.Duration.TotalMinutes)));
    }

    [Fact]
    public void WaitsForNobodysReviewWhereNobodyApproved()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(Whole.Where(moment => moment.Kind != MomentKind.Approval), Checks, now: null);

        Assert.Equal(TimeSpan.Zero, timeline.Of(Occupation.Review));
        Assert.Equal(TimeSpan.FromMinutes(10), timeline.Of(Occupation.Queue));
    }

    [Fact]
    public void EndsWithTheDeploymentWhereNobodyVerified()
    {
        HotfixTimeline timeline = HotfixTimeline.Of(Whole.Where(moment => moment.Kind != MomentKind.Verification), Checks, now: At(500));

        Assert.Equal(At(62), timeline.End);
    }

    [Fact]
    public void IsEmptyWithoutAMoment()
    {
        HotfixTimeline timeline = HotfixTimeline.Of([], Checks, now: At(1));

        Assert.Equal((null, TimeSpan.Zero), (timeline.Start, timeline.Total));
        Assert.Equal("", TimelineText.Moments(timeline) + TimelineText.Occupations(timeline));
    }

    [Fact]
    public void ForgetsFractionsOfASecondBeforeItAdds()
    {
        DateTimeOffset odd = At(0).AddMilliseconds(999);

        HotfixTimeline timeline = HotfixTimeline.Of(
            [new Moment(MomentKind.FirstCommit, odd, "git"), new Moment(MomentKind.Production, At(1).AddMilliseconds(1), "x")],
            [],
            now: null
        );

        Assert.Equal(TimeSpan.FromMinutes(1), timeline.Total);
    }

    // Amended commits, wrong clocks and deployments by hand bring any order.
    [Fact]
    public void AddsUpInAnyOrderOfMoments()
    {
        var random = new Random(6);
        MomentKind[] kinds = Enum.GetValues<MomentKind>();
        for (int round = 0; round < 2_000; round++)
        {
            Moment[] moments = [.. Enumerable.Range(0, random.Next(0, 15)).Select(_ => Moment(kinds[random.Next(kinds.Length)], random.Next(0, 60)))];
            Period[] checks = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => new Period(At(random.Next(-5, 60)), At(random.Next(-5, 70))))];

            HotfixTimeline timeline = HotfixTimeline.Of(moments, checks, random.Next(2) == 0 ? null : At(random.Next(-10, 80)));

            TimeSpan whole = timeline is { Start: { } start, End: { } end } && end > start.At ? end - start.At : TimeSpan.Zero;
            Assert.Equal(whole, timeline.Total);
            Assert.Equal(whole, new TimeSpan(Enum.GetValues<Occupation>().Sum(occupation => timeline.Of(occupation).Ticks)));
            Assert.All(timeline.Slices, slice => Assert.True(slice.Duration > TimeSpan.Zero));
            Assert.All(timeline.Slices.Zip(timeline.Slices.Skip(1)), pair =>
                Assert.True(pair.First.To == pair.Second.From && pair.First.Occupation != pair.Second.Occupation)
            );
        }
    }

    internal static DateTimeOffset At(int minute) => Some.Day(0).AddMinutes(minute);

    internal static Moment Moment(MomentKind kind, int minute) => new(kind, At(minute), "pull request #7", "https://github.com/acme/shop/pull/7");
}
