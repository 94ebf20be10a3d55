using System.Diagnostics;
using Hotfix.Components.Output;
using Hotfix.Components.Running.Deploying;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Deploying;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>Runs what the discovery found, and counts.</summary>
internal static class TestRunner
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What the discovery found, for people.</summary>
    public static PlannedTests Describe(TestSettings settings)
    {
        TestPlan plan = TestDiscovery.Plan(settings);
        return new PlannedTests(plan.Describe(), (plan as TestPlan.Refused)?.Refusal);
    }

    /// <exception cref="HotfixException">HF1100, HF4350 or HF4351 when it is not known what to run.</exception>
    public static async Task<TestRun> RunAsync(TestSettings settings, CancellationToken cancellationToken)
    {
        TestPlan plan = TestDiscovery.Plan(settings);
        if (plan is TestPlan.Refused { Refusal: var refusal })
            throw new HotfixException(refusal);

        Log.Information("Test runs {Plan:l} in {Folder:l}", plan.Describe(), settings.Directory);
        return plan switch
        {
            TestPlan.Command command => await RunAsync(command, settings.Directory, cancellationToken),
            TestPlan.DotNet dotnet => (await DotNetTest.RunAsync(settings.Directory, dotnet.Paths, settings.Configuration, cancellationToken)) with
            {
                HadNothingToRun = dotnet.IsEmpty,
            },
            _ => throw new InvalidOperationException($"Not a kind of plan: {plan}"),
        };
    }

    // The exit code decides; the files only count. A count of failures beside exit code 0 is believed all the same.
    private static async Task<TestRun> RunAsync(TestPlan.Command command, string directory, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        DateTime started = TimeProvider.System.GetUtcNow().UtcDateTime;
        ShellResult result;
        using (LongWork.Begin(command.Text))
        {
            result = await new ShellCommand(command.Text, directory, new Dictionary<string, string>()) { IsTheBranchsOwn = true }.RunAsync(
                Longest,
                cancellationToken
            );
        }

        string? problem = result.IsSuccess ? null : $"'{command.Text}' did not succeed: {char.ToLowerInvariant(result.Ending[0])}{result.Ending[1..]}";
        if (command.Results.Count == 0)
            return new TestRun(0, 0, 0, watch.Elapsed, problem) { IsCounted = false };

        TestRun? counted = TestResultFiles.Read(directory, command.Results, started);
        return counted is null
            ? new TestRun(
                0,
                0,
                0,
                watch.Elapsed,
                problem
                    ?? $"'{command.Text}' left no TRX and no JUnit file that fits --test-results {string.Join(",", command.Results)}, and is newer than its start"
            )
            {
                IsCounted = false,
            }
            : counted with
            {
                Duration = watch.Elapsed,
                Problem = counted.Problem ?? (counted.Failed == 0 ? problem : null),
            };
    }
}
