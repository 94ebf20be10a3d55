using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Drills;

/// <summary>A rehearsal in a repository that was adopted before its first release: there is nothing to go back to.</summary>
public sealed class RepositoryThatNeverReleased : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly TempRepository _shop = new();

    public void Dispose()
    {
        _shop.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task IsRehearsedAndToldNoWayBack()
    {
        _shop
            .Write(".nuke/parameters.json", "{ \"TestCommand\": \"exit 0\" }\n")
            .Write(".gitignore", ".nuke/temp/\n.nuke/build.schema.json\n")
            .Write("src/basket.txt", "empty")
            .Commit("The shop", TempRepository.Day(1));
        var start = new ProcessStartInfo(
            "dotnet",
            [BuiltFor.Program("src", "Rehearsal", "Hotfix.Drill"), "drill", "--build", BuildProgram.Path, "--here", _shop.Path]
        );
        CleanShell.Prepare(start.Environment, _home.Path);
        using TargetRun run = TargetRun.Start(start);
        RunResult drill = (await run.EndAsync(TimeSpan.FromMinutes(5))).ShouldExitWith(0);

        Assert.Contains("yes: the thread tells the merge commit", drill.Output, StringComparison.Ordinal);
        Assert.Contains("yes: the thread tells no way back, since nothing was released before", drill.Output, StringComparison.Ordinal);
    }
}
