using System.Text.Json.Nodes;
using Hotfix.Core.Reporting;
using Hotfix.Testing;

namespace Hotfix.Core.Tests.Reporting;

public sealed class ReportsForPrograms
{
    private static readonly DeliveryReport Report = DeliveryReport.Of("acme/shop", SmallHistory.Facts, since: null, SmallHistory.Now);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData(null, "")]
    public void HaveCellsThatNoSpreadsheetRuns(string? value, string cell) => Assert.Equal(cell, ReportCsv.Cell(value));

    [Fact]
    public void HaveALineForEachHotfix()
    {
        string[] lines = ReportCsv.Compose(Report).Split("\r\n");

        Assert.Equal(5, lines.Length);
        Assert.StartsWith("pull_request,url,branch,title,author,lane,release,merged_at,restored_at,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            "2,https://github.com/acme/shop/pull/2,hotfix/late,Hotfix: late,ada,standard,v1.4.0,2026-01-12T10:00:00Z,2026-02-20T09:00:00Z,1,1,1,0,3369600,3369600,0,,0,3600,1800,,,notNeeded,none",
            lines[2]
        );
    }

    [Fact]
    public void HaveTheDocumentedPropertiesAndNoOthers()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("docs", "report.schema.json")))!;
        JsonNode json = JsonNode.Parse(ReportJson.Compose(Report))!;

        Assert.Equal(Documented(schema), Names(json));
        Assert.Equal(Documented(schema["$defs"]!["figures"]!), Names(json["figures"]!));
        Assert.Equal(Documented(schema["$defs"]!["durations"]!), Names(json["figures"]!["leadTime"]!));
        Assert.Equal(Documented(schema["$defs"]!["share"]!), Names(json["figures"]!["changeFailureRate"]!));
        Assert.Equal(
            Documented(schema["properties"]!["months"]!["items"]!).Concat(Documented(schema["$defs"]!["figures"]!)).Order(),
            Names(json["months"]![0]!)
        );
        Assert.Equal(Documented(schema["properties"]!["hotfixes"]!["items"]!), Names(json["hotfixes"]![0]!));
        Assert.Equal(Documented(schema["properties"]!["hotfixes"]!["items"]!["properties"]!["spent"]!), Names(json["hotfixes"]![0]!["spent"]!));
    }

    [Fact]
    public void SayWhatIsNotKnown()
    {
        JsonNode hotfix = JsonNode.Parse(ReportJson.Compose(Report))!["hotfixes"]!.AsArray().Single(hotfix => hotfix!["pullRequest"]!.GetValue<int>() == 2)!;

        Assert.Null(hotfix["waitingForChecks"]);
        Assert.Null(hotfix["overrides"]);
        Assert.Equal(3_369_600, hotfix["timeToRestore"]!.GetValue<int>());
    }

    private static IEnumerable<string> Documented(JsonNode schema) => schema["properties"]!.AsObject().Select(pair => pair.Key).Order();

    private static IEnumerable<string> Names(JsonNode json) => json.AsObject().Select(pair => pair.Key).Order();
}
