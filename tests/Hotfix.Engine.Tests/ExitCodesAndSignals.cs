using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hotfix.Engine.Tests.Harness;

namespace Hotfix.Engine.Tests;

[Trait("Starts", "processes")]
public sealed class ExitCodesAndSignals
{
    [Theory]
    [InlineData(0, "First")]
    [InlineData(0, "--help")]
    [InlineData(0, "--target")]
    [InlineData(0, "Hotfix", "--plan")]
    [InlineData(0, "Conditional")]
    [InlineData(255, "Boom")]
    [InlineData(255, "Hotfix")]
    [InlineData(255, "Nope")]
    [InlineData(255, "First", "--root", "nowhere")]
    [InlineData(42, "Code")]
    public async Task AreThoseOfNuke(int expected, params string[] arguments)
    {
        using var build = new BuildProcess(arguments);

        int exitCode = await build.WaitForExitAsync();

        Assert.Equal(expected, exitCode);
    }

    [UnixTheory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public async Task OfAnInterruptedBuildComeAfterTheAssuredTargetsAndTheSummary(PosixSignal signal, int expected)
    {
        using var build = new BuildProcess("Wait");
        await build.WaitForLineAsync("[INF] Waiting");

        build.Signal(signal);
        int exitCode = await build.WaitForExitAsync();

        Assert.Equal(expected, exitCode);
        Assert.Contains("[INF] Tidied up", build.Output, StringComparison.Ordinal);
        Assert.Contains("Wait               Aborted       < 1sec", build.Output, StringComparison.Ordinal);
        Assert.Contains("AfterWait          Succeeded     < 1sec", build.Output, StringComparison.Ordinal);
        Assert.Contains("Build failed on", build.Output, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task LeaveNoChildBehind(PosixSignal signal)
    {
        using var build = new BuildProcess("WaitForChild");
        int child = int.Parse(await build.WaitForLineAsync("[INF] Child "), CultureInfo.InvariantCulture);

        build.Signal(signal);
        await build.WaitForExitAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(child));
        Assert.Contains("WaitForChild       Aborted", build.Output, StringComparison.Ordinal);
    }
}
