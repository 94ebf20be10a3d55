using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Installed;

/// <summary>The installed command <c>hotfix</c> in a repository of another language: no build project, no <c>.nuke</c>, nothing of .NET.</summary>
public sealed class ToolInARepositoryWithoutABuild : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.Clone.Git(["rm", "--quiet", "-r", ".nuke", ".gitignore", "Shop.sln"]);
        _lab.Clone.Write("pyproject.toml", "[project]\nname = \"shop\"\n").Write("src/shop/__init__.py", "").Commit("A shop in Python", TempRepository.Day(3));
        _lab.Push(_lab.Clone, "HEAD:main", "admin");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task LooksAndBeginsAHotfixAndLeavesNothingInTheWorkTree()
    {
        RunResult status = (await HotfixAsync("Status")).ShouldExitWith(0);
        RunResult branch = (await HotfixAsync("create-hotfix-branch", "--description", HotfixLab.Description)).ShouldExitWith(0);
        RunResult hotfix = (await HotfixAsync("Hotfix", "--description", HotfixLab.Description)).ShouldExitWith(75);

        Assert.Contains("Start one: hotfix Hotfix --description", status.Output, StringComparison.Ordinal);
        Assert.StartsWith("hotfix/", _lab.Clone.Git(["branch", "--show-current"]).Trim(), StringComparison.Ordinal);
        Assert.Contains($"then run hotfix Hotfix --description \"{HotfixLab.Description}\"", hotfix.Output, StringComparison.Ordinal);
        Assert.Equal("", _lab.Clone.Git(["status", "--porcelain", "--ignored"]));
        Assert.All(new[] { status, branch, hotfix }, run => Assert.DoesNotContain("build.sh", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NamesItselfInWhatItRefuses()
    {
        RunResult unknown = (await HotfixAsync("Status", "--no-such-thing")).ShouldExitWith(255);
        RunResult outside = await StartAsync(Path.GetTempPath(), "Status");
        RunResult help = (await StartAsync(Path.GetTempPath(), "--help")).ShouldExitWith(0);

        Assert.Contains("hotfix --help lists", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("HF1070", outside.ShouldExitWith(255).Errors, StringComparison.Ordinal);
        Assert.Contains("CreateHotfixBranch", help.Output, StringComparison.Ordinal);
    }

    private Task<RunResult> HotfixAsync(params string[] arguments) => StartAsync(_lab.Clone.Path, [.. arguments, "--no-logo"]);

    private async Task<RunResult> StartAsync(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(await InstalledTool.PathAsync(), arguments) { WorkingDirectory = directory };
        _lab.Prepare(start.Environment);
        using TargetRun run = _lab.Start(start);
        return await run.EndAsync();
    }
}
