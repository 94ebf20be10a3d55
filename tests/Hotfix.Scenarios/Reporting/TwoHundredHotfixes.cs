using System.Text.Json.Nodes;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Reporting;

/// <summary>A report over years: everything is in it, in few requests.</summary>
public sealed class TwoHundredHotfixes : IAsyncLifetime
{
    private const string Archive = "acme/archive";
    private readonly TempFolder _folder = new();
    private HotfixLab _lab = null!;
    private TempRepository _clone = null!;
    private Past _past = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        Directory.CreateDirectory(_folder.Combine("seed"));
        _past = await ManyHotfixes.MakeAsync(_folder.Combine("seed"), 200, new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero));
        await _lab.Server.AddRepositoryAsync("acme", "archive", _folder.Combine("seed"), CancellationToken.None);
        foreach (string login in new[] { "engineer", "reviewer", "ci" })
            _lab.Server.Grant(Archive, login, Role.Write);

        _lab.Server.Remember(Archive, _past);
        string credential = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"x-access-token:{_lab.Token}"));
        TempRepository.At(_folder.Combine("seed")).Git(["-c", $"http.extraHeader=Authorization: Basic {credential}", "clone", "--quiet", $"{_lab.Server.Address}{Archive}.git", _folder.Combine("clone")]);
        _clone = TempRepository.At(_folder.Combine("clone"));
    }

    public async Task DisposeAsync()
    {
        await _lab.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AreAllReportedInFewRequests()
    {
        int past = _past.Deployments.Count;
        int before = _lab.Server.Requests.Snapshot().Count;

        RunResult run = await _lab.RunInAsync(_clone, "Report", "--report-folder", _folder.Combine("report"));

        run.ShouldExitWith(0);
        JsonNode report = JsonNode.Parse(await File.ReadAllTextAsync(_folder.Combine("report", "report.json")))!;
        Assert.Equal(200, report["hotfixes"]!.AsArray().Count);
        Assert.Equal(201, (await File.ReadAllTextAsync(_folder.Combine("report", "report.csv"))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        // A page of 50 hotfixes, of 100 deployments, of 100 releases; and what git and the issues cost.
        int pages = (200 / 50) + (2 * (past / 100));
        Assert.InRange(_lab.Server.Requests.Snapshot().Count - before, 1, pages + 10);
        if (Environment.GetEnvironmentVariable("REPORT_COPY") is { } copy)
            Directory.Move(_folder.Combine("report"), copy);
    }
}
