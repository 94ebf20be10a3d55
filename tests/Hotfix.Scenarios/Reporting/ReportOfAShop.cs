using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Reporting;

/// <summary><c>Report</c> as a process: what it says of a shop, and what it refuses.</summary>
public sealed class ReportOfAShop : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync() => _lab = await HotfixLab.StartAsync();

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task WithoutAHotfixSaysSo()
    {
        RunResult run = await _lab.RunAsync("Report", "--since", "2026-01-01", "--strict");

        run.ShouldExitWith(0);
        Assert.Contains("No hotfix was merged in acme/shop since 2026-01-01", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "No pull request of a <code>hotfix/</code> branch was merged",
            await File.ReadAllTextAsync(Written("report.html")),
            StringComparison.Ordinal
        );
        Assert.Empty(JsonNode.Parse(await File.ReadAllTextAsync(Written("report.json")))!["hotfixes"]!.AsArray());
        Assert.Equal("", _lab.Clone.Git(["status", "--porcelain"]));
    }

    [Fact]
    public async Task HasTheHotfixThatWasJustReleased()
    {
        (await _lab.HotfixAsync()).ShouldExitWith(75);
        string head = _lab.CommitFix();
        Task<RunResult> released = _lab.HotfixAsync();
        await _lab.PullRequestAsync(1);
        await _lab.LetThroughAsync(head);
        (await released).ShouldExitWith(0);
        await _lab.DeployedAsync(_lab.MainTip());

        (await _lab.RunAsync("Report")).ShouldExitWith(0);

        JsonNode hotfix = Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(Written("report.json")))!["hotfixes"]!.AsArray())!;
        Assert.Equal(
            ("v1.4.3", "standard", 2, 1),
            (
                hotfix["release"]!.GetValue<string>(),
                hotfix["lane"]!.GetValue<string>(),
                hotfix["size"]!["files"]!.GetValue<int>(),
                hotfix["size"]!["testFiles"]!.GetValue<int>()
            )
        );
        Assert.NotNull(hotfix["restoredAt"]);
    }

    [Theory]
    [InlineData("next week", "HF1045")]
    [InlineData("2999-01-01", "HF1046")]
    public async Task IsRefusedForADayThatCannotBe(string since, string code)
    {
        RunResult run = await _lab.RunAsync("Report", "--since", since);

        run.ShouldExitWith(255);
        Assert.Contains(code, run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Written("report.html")));
    }

    [Fact]
    public async Task IsRefusedWhereItCannotBeWritten()
    {
        string path = _lab.Clone.Path;

        RunResult run = await _lab.RunAsync("Report", "--report-folder", Path.Combine(path, ".gitignore"));

        run.ShouldExitWith(255);
        Assert.Contains("HF4290", run.Output, StringComparison.Ordinal);
    }

    private string Written(string name) => Path.Combine(_lab.Clone.Path, "output", "report", name);
}
