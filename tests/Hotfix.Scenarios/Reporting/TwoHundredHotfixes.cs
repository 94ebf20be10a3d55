using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Reporting;

/// <summary>A report over years: everything is in it, in few requests, and a browser has nothing to say against it.</summary>
public sealed class TwoHundredHotfixes : IAsyncLifetime
{
    private const int Count = 200;
    private Archive _archive = null!;

    public async Task InitializeAsync() => _archive = await Archive.StartAsync(Count);

    public async Task DisposeAsync() => await _archive.DisposeAsync();

    [Fact]
    public async Task AreAllReportedInFewRequests()
    {
        int before = _archive.Lab.Server.Requests.Snapshot().Count;

        RunResult run = await _archive.ReportAsync();

        run.ShouldExitWith(0);
        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(_archive.File("report.json")))!;
        Assert.Equal((Count, _archive.Past.Deployments.Count), (report["hotfixes"]!.AsArray().Count, report["figures"]!["deployments"]!.GetValue<int>()));
        Assert.Equal(Count + 1, (await File.ReadAllTextAsync(_archive.File("report.csv"))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("200 hotfixes in acme/archive", run.Output, StringComparison.Ordinal);

        // A page of 50 hotfixes, of 100 deployments, of 100 releases; and what git and the issues cost.
        int pages = (Count / 50) + (2 * (_archive.Past.Deployments.Count / 100));
        Assert.InRange(_archive.Lab.Server.Requests.Snapshot().Count - before, 1, pages + 10);
        Assert.Equal(0, _archive.Lab.Writes());
        Assert.Equal("", _archive.Status());
    }

    [BrowserFact]
    public async Task AreAPageThatABrowserReadsWithoutComplaint()
    {
        await _archive.ReportAsync();

        IReadOnlyList<string> findings = await Browser.LookAtAsync(_archive.File("report.html"), RepositoryRoot.Combine("artifacts", "browser"));

        Assert.Empty(findings);
    }
}
