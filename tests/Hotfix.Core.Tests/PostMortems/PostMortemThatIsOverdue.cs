using Hotfix.Core.Doctoring;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Lanes;

namespace Hotfix.Core.Tests.PostMortems;

public sealed class PostMortemThatIsOverdue
{
    private static readonly DoctorFacts Facts = new() { Now = Some.Day(30), Expected = new DoctorExpectations("production", "hotfix-staging") };

    [Fact]
    public void IsListedTheLongestFirst()
    {
        Issue[] issues =
        [
            Due("v1.4.3", day: 20),
            Due("v1.4.2", day: 10),
            Due("v1.4.1", day: 40),
            Due("v1.4.0", day: 5) with
            {
                IsOpen = false,
            },
            Due("v1.3.9", day: 1) with
            {
                Body = "no mark",
            },
        ];

        IReadOnlyList<OverduePostMortem> overdue = OverduePostMortem.Among(issues, Some.Day(30));

        Assert.Equal(
            ["#9 'Post-mortem: v1.4.2: null ref' was due 2026-01-11 (ada)", "#9 'Post-mortem: v1.4.3: null ref' was due 2026-01-21 (ada)"],
            overdue.Select(one => one.ToString())
        );
    }

    [Fact]
    public void IsAWarningOfTheDoctor()
    {
        Finding finding = Assert.Single(Found(Readings.Of<IReadOnlyList<Issue>>([Due("v1.4.3", day: 20)])));

        Assert.Equal((FindingSeverity.Warn, "HF4275"), (finding.Severity, finding.Code));
        Assert.Contains("https://github.com/acme/shop/issues/9", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void IsFineWhenThereIsNoneAndSaidWhenItCannotBeSeen()
    {
        Assert.Equal(FindingSeverity.Ok, Assert.Single(Found(Readings.Of<IReadOnlyList<Issue>>([Due("v1.4.3", day: 40)]))).Severity);
        Assert.Equal("HF4211", Assert.Single(Found(Readings.Not<IReadOnlyList<Issue>>("403"))).Code);
        Assert.Empty(Found(null));
    }

    private static IEnumerable<Finding> Found(Reading<IReadOnlyList<Issue>>? reading) =>
        DoctorFindings.Of(Facts with { PostMortems = reading }).Except(DoctorFindings.Of(Facts));

    private static Issue Due(string tag, int day) =>
        IssueOfADebt.Opened(
            PostMortemRecord.Compose(new PostMortemRecord(tag, DateOnly.FromDateTime(Some.Day(day).UtcDateTime), "ada", IsDone: false), "null ref", "")
        );
}
