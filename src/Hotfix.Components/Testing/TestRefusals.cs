using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>What a test run has to come to.</summary>
internal static class TestRefusals
{
    /// <exception cref="HotfixException">HF4016 when a test failed, HF4017 when they did not run to their end.</exception>
    public static void ThrowIfRed(TestRun run, string directory)
    {
        Log.Information("{Counts:l} in {Seconds:0.0} s", run.ToString(), run.Duration.TotalSeconds);
        if (run.Failed > 0)
        {
            throw new HotfixException(
                "HF4016",
                what: $"{run.Failed} of {run.Passed + run.Failed} tests failed; nothing was pushed.",
                why: $"The test run's output above names them ({directory}).",
                next: "Make them pass, commit, and run it again."
            );
        }

        if (run.Problem is { } problem)
        {
            throw new HotfixException(
                "HF4017",
                what: "The tests could not be run to their end; nothing was pushed.",
                why: problem + ".",
                next: "The output above has the first error; make './build.sh Test' pass, and run it again. Another test runner: --test-command, or override RunTestsAsync."
            );
        }
    }

    /// <exception cref="HotfixException">HF4352 when there was something to run, and not one test ran.</exception>
    public static void ThrowIfNoneRan(TestRun run, string what)
    {
        if (run is { RanNone: true, HadNothingToRun: false })
        {
            throw new HotfixException(
                "HF4352",
                what: $"No test ran on {what}.",
                why: $"{run}: what was run has projects or results, and not one test of them ran, which is not green.",
                next: "Name what has the tests with --test-solution or --test-command; where this repository has none at all, say so: --test-command \"exit 0\"."
            );
        }
    }
}
