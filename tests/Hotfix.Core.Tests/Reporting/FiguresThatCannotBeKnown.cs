using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;

namespace Hotfix.Core.Tests.Reporting;

public sealed class FiguresThatCannotBeKnown
{
    [Fact]
    public void AreNullWithoutAHotfix()
    {
        var facts = new HistoryFacts([], new TagHistory([], new CommitAncestry(new Dictionary<CommitSha, IReadOnlyList<CommitSha>>())));

        JsonNode figures = JsonNode.Parse(ReportJson.Compose(DeliveryReport.Of("acme/shop", facts, since: null, SmallHistory.Now)))!["figures"]!;

        Assert.Equal(
            """{"hotfixes":0,"deployments":0,"timeToRestore":null,"leadTime":null,"waitingForReview":null,"waitingForChecks":null,"waitingForDeployment":null,"changeFailureRate":null,"deploymentReworkRate":null}""",
            figures.ToJsonString()
        );
    }

    [Fact]
    public void AreNotMadeUpForAFixThatIsInNoRelease()
    {
        HistoryFacts facts = SmallHistory.Facts with
        {
            Git = SmallHistory.Facts.Git with { Tags = [] },
            Production = [SmallHistory.Deployed('a', "2026-01-01 09:00")],
        };

        var report = DeliveryReport.Of("acme/shop", facts, since: null, SmallHistory.Now);

        Assert.All(report.Hotfixes, hotfix =>
            Assert.Equal((null, null, null, null), (hotfix.Tag, hotfix.TimeToRestore, hotfix.LeadTime, hotfix.WaitingForDeployment))
        );
        Assert.Contains("3 hotfixes are not known to be in production; times until then are left out.", ReportNotes.Of(report, []));
    }

    [Fact]
    public void AreTakenFromReleasesWhereNothingIsDeployed()
    {
        HistoryFacts facts = SmallHistory.Facts with { Production = [] };

        var report = DeliveryReport.Of("acme/shop", facts, since: null, SmallHistory.Now);

        // #1 begun at 10:00, its release published at 13:45
        Assert.True(report.IsByReleases);
        Assert.Equal(TimeSpan.FromMinutes(225), report.Hotfixes.Single(hotfix => hotfix.PullRequest.Number == 1).TimeToRestore);
        Assert.Equal(7, report.Figures.Deployments);
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(9, 5, null)]
    [InlineData(10, 5, 9)]
    [InlineData(11, 6, 10)]
    [InlineData(20, 10, 18)]
    public void AreNoMoreExactThanTheSample(int count, int median, int? p90)
    {
        var distribution = Distribution.Of(Enumerable.Range(1, count).Select(hours => (TimeSpan?)TimeSpan.FromHours(hours)));

        Assert.Equal((count, count < 10), (distribution!.Count, distribution.IsSmall));
        Assert.Equal(median, (int)distribution.Median.TotalHours);
        Assert.Equal(p90, (int?)distribution.P90?.TotalHours);
    }

    [Theory]
    [InlineData("yesterday", "HF1045")]
    [InlineData("2026-13-01", "HF1045")]
    [InlineData("01.02.2026", "HF1045")]
    [InlineData("2026-03-02", "HF1046")]
    public void AreNotAskedForSinceADayThatCannotBe(string since, string code)
    {
        HotfixException error = Assert.Throws<HotfixException>(() => ReportRequest.Parse(since, SmallHistory.Now));

        Assert.Equal(code, error.Code);
    }
}
