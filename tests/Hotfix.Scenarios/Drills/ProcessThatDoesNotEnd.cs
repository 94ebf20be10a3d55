using System.Diagnostics;
using Hotfix.Core.Errors;
using Hotfix.Drill.Processes;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Drills;

public sealed class ProcessThatDoesNotEnd
{
    [Fact]
    public async Task IsKilledWithWhatItStarted()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The script below is for sh.
        }

        using var temp = new TempFolder();
        var environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        var command = new ChildCommand("sh", ["-c", "sleep 600 & echo $!; wait"], temp.Path, environment, TimeSpan.FromSeconds(2));

        var stopped = await Assert.ThrowsAsync<HotfixException>(() => ChildProcess.RunAsync(command, temp.Combine("log"), _ => { }, CancellationToken.None));

        Assert.Equal("HF5905", stopped.Code);
        int child = int.Parse(File.ReadAllText(temp.Combine("log")));
        Assert.True(SpinWait.SpinUntil(() => IsGone(child), TimeSpan.FromSeconds(10)), $"process {child} is still there");
    }

    private static bool IsGone(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
