using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Core.Refs;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Timeline;
using Hotfix.Reports;

namespace Hotfix.Components.Tests.Reporting;

public sealed class PageOfAReport
{
    private static readonly DateTimeOffset Day = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void ForbidsEverythingButItsOwnStyle()
    {
        string page = ReportPage.Compose(Report("null ref"));

        string style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"default-src 'none'; style-src 'sha256-{hash}'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|style=\"|onload|@import|url\\((?!#)", page);
        Assert.DoesNotMatch("(src|href)=\"(?!#|data:,|https://github\\.com/)", page);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("</bdi></th><h1>", "&lt;/bdi&gt;&lt;/th&gt;&lt;h1&gt;")]
    [InlineData("safe \u202etxet", "<bdi>safe txet</bdi>")]
    public void ShowsWordsAsText(string title, string shown)
    {
        string page = ReportPage.Compose(Report(title));

        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1>"));
    }

    [Fact]
    public void CutsTenThousandCharacters()
    {
        string page = ReportPage.Compose(Report(new string('x', 10_000)));

        Assert.DoesNotMatch("x{150}", page);
        Assert.Matches("x{100,}…", page);
    }

    [Fact]
    public void LinksToNothingButTheWeb()
    {
        DeliveryReport report = Report("null ref");
        report = report with { Hotfixes = [report.Hotfixes[0] with { PullRequest = new PullRequestLink(7, "javascript:alert(1)") }] };

        string page = ReportPage.Compose(report);

        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesEveryPictureForThoseWhoCannotSeeIt()
    {
        string page = ReportPage.Compose(Report("null ref"));

        MatchCollection pictures = Regex.Matches(page, "<svg [^>]*>");
        Assert.Equal(9, pictures.Count);
        Assert.All(pictures, picture => Assert.Matches("role=\"img\" aria-label=\"[^\"]{20,}The table below has the figures\\.\"", picture.Value));
    }

    private static DeliveryReport Report(string title)
    {
        var hotfix = new ReportedHotfix(
            BranchName.Parse("hotfix/null-ref"),
            new PullRequestLink(7, "https://github.com/acme/shop/pull/7"),
            HotfixTimeline.Of(
                [new Moment(MomentKind.FirstCommit, Day, "commit"), new Moment(MomentKind.Production, Day.AddHours(3), "deployment")],
                [],
                now: null
            )
        )
        {
            Title = title,
            Author = "ada",
            Lane = Lane.Standard,
            Size = new HotfixSize(1, 2, 3, 1),
            MergedAt = Day.AddHours(2),
            Overrides = [new SetAside("size budget", title)],
            ForwardPort = CarriedOver.NotNeeded,
            PostMortem = PostMortemProgress.None,
            HasChecks = false,
        };
        var figures = new DeliveryFigures
        {
            Hotfixes = 1,
            Deployments = 1,
            TimeToRestore = Distribution.Of([TimeSpan.FromHours(3)]),
        };
        return new DeliveryReport("acme/shop", Day, Day.AddDays(1))
        {
            Hotfixes = [hotfix],
            Figures = figures,
            Months = [new MonthOfDelivery(new DateOnly(2026, 1, 1), figures, new Dictionary<Occupation, TimeSpan>())],
            IsByReleases = false,
        };
    }
}
