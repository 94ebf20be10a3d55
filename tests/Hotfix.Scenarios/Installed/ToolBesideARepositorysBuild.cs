using System.Diagnostics;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Installed;

/// <summary>The installed command in a repository whose <c>build.sh</c> is ours: its own build counts where it stands ready, since it may override what the
/// tool does.</summary>
public sealed class ToolBesideARepositorysBuild : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.Clone.Write("build.sh", "# HF5002: the build program did not compile\n\"$dotnet\" build \"$root/build/_build.csproj\"\n")
            .Write("build/Build.cs", "// the team's\n");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task RunsThatBuildWhereItIsCompiledAndCurrent()
    {
        Compile();

        RunResult status = (await HotfixAsync("Status")).ShouldExitWith(0);
        RunResult json = (await HotfixAsync("Status", "--json")).ShouldExitWith(0);

        Assert.Contains("hotfix: runs this repository's own build, build/bin/embedded/_build.dll, as ./build.sh does", status.Output, StringComparison.Ordinal);
        Assert.Contains("Start one: hotfix Hotfix --description", status.Output, StringComparison.Ordinal);
        Assert.StartsWith("{", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysThatItRunsItselfWhereThatBuildIsNotReady()
    {
        RunResult never = (await HotfixAsync("Status")).ShouldExitWith(0);
        Compile();
        _lab.Clone.Write("build/Build.Deploy.cs", "// another\n");
        RunResult changed = (await HotfixAsync("Status")).ShouldExitWith(0);

        Assert.Contains(
            "since this repository's own build is not compiled here: what that build overrides does not count here; ./build.sh runs it",
            never.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("since this repository's own build was changed since it was compiled", changed.Output, StringComparison.Ordinal);
    }

    // A real build program where build.sh would have compiled it, with the stamp that build.sh writes.
    private void Compile()
    {
        string bin = Path.Combine(_lab.Clone.Path, "build", "bin", "embedded");
        Directory.CreateDirectory(bin);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(BuildProgram.Path)!))
            File.Copy(file, Path.Combine(bin, Path.GetFileName(file)));

        _lab.Clone.Write(".nuke/temp/build-embedded.stamp", $"{Path.Combine(_lab.Clone.Path, "build", "Build.cs")}\n");
    }

    private async Task<RunResult> HotfixAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(await InstalledTool.PathAsync(), arguments) { WorkingDirectory = _lab.Clone.Path };
        _lab.Prepare(start.Environment);
        using TargetRun run = _lab.Start(start);
        return await run.EndAsync();
    }
}
