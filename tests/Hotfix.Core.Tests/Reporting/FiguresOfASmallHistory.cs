using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Reporting;

/// <summary>The figures beside those of a table that was counted by hand, from the times that <see cref="SmallHistory"/> names.</summary>
public sealed class FiguresOfASmallHistory
{
    private static readonly DeliveryReport Report = DeliveryReport.Of("acme/shop", SmallHistory.Facts, since: null, SmallHistory.Now);

    // #, lane, release, restore, lead, checks, review, deployment: minutes; null is a dash in the report
    [Theory]
    [InlineData(1, Lane.Standard, "v1.1.1", 240, 240, 20, 100, 15)] // 10:00 to 14:00; check 10:30 to 10:50; review 10:50 to 12:30; released 13:45
    [InlineData(2, Lane.Standard, "v1.4.0", 56_160, 56_160, null, 0, 30)] // 12 January 09:00 to 20 February 09:00 is 39 days; released 08:30
    [InlineData(3, Lane.Exceptional, "v1.3.1", 210, 210, 10, 50, 60)] // 09:00 to 12:30; check 09:10 to 09:20; review 09:20 to 10:10; released 11:30
    public void OfEachHotfixAreThoseOfTheTable(int number, Lane lane, string release, int restore, int lead, int? checks, int review, int deployment)
    {
        ReportedHotfix hotfix = Report.Hotfixes.Single(hotfix => hotfix.PullRequest.Number == number);

        Assert.Equal((lane, release), (hotfix.Lane, hotfix.Tag!.Name));
        Assert.Equal(
            (Minutes(restore), Minutes(lead), Minutes(checks), Minutes(review), Minutes(deployment)),
            (hotfix.TimeToRestore, hotfix.LeadTime, hotfix.WaitingForChecks, hotfix.WaitingForReview, hotfix.WaitingForDeployment)
        );
    }

    [Fact]
    public void OfAllHotfixesAreThoseOfTheTable()
    {
        DeliveryFigures figures = Report.Figures;

        // In order: 210, 240, 56160 minutes; the middle one is 240. Reviews 0, 50, 100. Checks of two: 10 and 20, half way is 15. Deployments 15, 30, 60.
        Assert.Equal(
            (3, 8, Minutes(240), Minutes(240), Minutes(50), Minutes(15), Minutes(30)),
            (
                figures.Hotfixes,
                figures.Deployments,
                figures.TimeToRestore?.Median,
                figures.LeadTime?.Median,
                figures.WaitingForReview?.Median,
                figures.WaitingForChecks?.Median,
                figures.WaitingForDeployment?.Median
            )
        );
        Assert.Equal((2, true), (figures.WaitingForChecks!.Count, figures.WaitingForChecks.IsSmall));
        Assert.Null(figures.TimeToRestore!.P90);
    }

    [Fact]
    public void OfDeploymentsAreThoseOfTheTable()
    {
        DeliveryFigures figures = Report.Figures;

        // Failed: v1.1.0 (ran when #1 was begun), v1.2.0 of 10 January (#2), v1.3.0 (rolled back), v1.2.0 of 1 February (ran when #3 was begun).
        Assert.Equal(new Rate(4, 8), figures.ChangeFailureRate);

        // Unplanned: v1.1.1 (#1), v1.2.0 of 1 February (rollback), v1.3.1 (#3), v1.4.0 (the first with #2).
        Assert.Equal(new Rate(4, 8), figures.ReworkRate);
    }

    [Fact]
    public void OfEachMonthAreItsOwn()
    {
        MonthOfDelivery[] months = [.. Report.Months];

        // January: v1.0.0, v1.1.0, v1.1.1, v1.2.0; two of them failed, one was unplanned. February the other four; two and three.
        Assert.Equal(["2026-01", "2026-02"], months.Select(month => month.First.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(
            [(2, new Rate(2, 4), new Rate(1, 4)), (1, new Rate(2, 4), new Rate(3, 4))],
            months.Select(month => (month.Figures.Hotfixes, month.Figures.ChangeFailureRate!, month.Figures.ReworkRate!))
        );
        Assert.All(months, month =>
            Assert.Equal(month.Figures.Hotfixes == 1 ? Minutes(210) : Minutes((240 + 56_160) / 2), new TimeSpan(month.Spent.Values.Sum(spent => spent.Ticks)))
        );
    }

    [Fact]
    public void SinceADayLeaveOutWhatWasBefore()
    {
        var report = DeliveryReport.Of("acme/shop", SmallHistory.Facts, SmallHistory.At("2026-02-01 00:00"), SmallHistory.Now);

        Assert.Equal([3], report.Hotfixes.Select(hotfix => hotfix.PullRequest.Number));
        Assert.Equal((4, new Rate(2, 4)), (report.Figures.Deployments, report.Figures.ChangeFailureRate));
    }

    [Fact]
    public void KnowWhatWasSetAsideCarriedOverAndWrittenDown()
    {
        ReportedHotfix[] oldestFirst = [.. Report.Hotfixes.Reverse()];

        Assert.Equal(
            [(CarriedOver.NotNeeded, PostMortemProgress.Done), (CarriedOver.NotNeeded, PostMortemProgress.None), (CarriedOver.Done, PostMortemProgress.None)],
            oldestFirst.Select(hotfix => (hotfix.ForwardPort, hotfix.PostMortem))
        );
        Assert.Equal(new SetAside("size budget", "the parser"), Assert.Single(oldestFirst[0].Overrides!));
        Assert.Null(oldestFirst[1].Overrides);
        Assert.Empty(oldestFirst[2].Overrides!);
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } known ? TimeSpan.FromMinutes(known) : null;
}
