using System.Diagnostics;
using Hotfix.Components.Guards;
using Hotfix.Components.Running;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>
/// A target <c>Test</c> that the build class declares itself stands for ours, on either engine, and ours is then nowhere: neither its conditions, nor its place
/// after the branch, nor its evidence. They are given to the team's own, and what it depends on, so that it counts for exactly the branch's tip.
/// </summary>
internal sealed class OwnTest(IRunTests build, ExecutableTarget test)
{
    private readonly Action[] _own = [.. test.Actions];
    private readonly ExecutableTarget[] _before = [.. Before(test).Distinct()];

    private HotfixRun Run => build.Run;

    /// <summary>Before the plan is made, since it changes edges.</summary>
    public static void Adopt(IRunTests build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        if (
            targets.FirstOrDefault(target => target.Name == nameof(IRunTests.Test)) is { } test
            && test.StaticConditions.All(condition => condition.Text != AdoptedTest.LeftToDo)
        )
        {
            var own = new OwnTest(build, test);
            AdoptedTest.Adopt(build, own.Name);
            own.Adopt(targets.FirstOrDefault(target => target.Name == nameof(ICreateHotfixBranch.CreateHotfixBranch)));
        }
    }

    private string Name => $"{test.Member?.DeclaringType?.Name ?? "Build"}.{test.Name}";

    private void Adopt(ExecutableTarget? branch)
    {
        test.StaticConditions.Add((AdoptedTest.LeftToDo, () => Run.IsAhead(Stage.Test)));
        test.DynamicConditions.Add((AdoptedTest.NothingStopped, () => Run.MayGoOn));
        foreach (ExecutableTarget target in _before)
            target.DynamicConditions.Add((AdoptedTest.NothingStopped, () => Run.MayPrepareTests));

        foreach (
            ExecutableTarget target in _before
                .Append(test)
                .Where(target => branch is not null && !target.OrderDependencies.Contains(branch) && !Needs(branch, target))
        )
        {
            target.OrderDependencies.Add(branch!);
        }

        // Bodies are not asynchronous on either engine.
        test.Actions.Clear();
        test.Actions.Add(() => Run.TestAsync(directory => Task.FromResult(RunOwn(directory))).GetAwaiter().GetResult());
    }

    // What it throws ends the target, and with it the run, as it always did.
    private TestRun RunOwn(string directory)
    {
        if (Path.GetFullPath(directory) != Path.GetFullPath(build.RootDirectory))
        {
            throw new HotfixException(
                "HF4353",
                what: $"The build's own target Test would test {build.RootDirectory}, and the hotfix is in another work tree; nothing was pushed.",
                why: $"The branch is checked out in {directory}, and the bodies of {Name} know only the build's root.",
                next: $"Run the same command there: cd \"{directory}\""
            );
        }

        if (!string.IsNullOrWhiteSpace(build.TestCommand))
            Log.Warning("The build has a target Test of its own, so that --test-command is not run");

        var watch = Stopwatch.StartNew();
        foreach (Action action in _own)
            action();

        return Count(directory, watch.Elapsed + new TimeSpan(_before.Sum(target => target.Duration.Ticks)));
    }

    private TestRun Count(string directory, TimeSpan duration)
    {
        IReadOnlyList<string> patterns = build.SettingsFor(directory).Results;
        if (patterns.Count == 0)
            return new TestRun(0, 0, 0, duration) { IsCounted = false };

        using var self = Process.GetCurrentProcess();
        return TestResultFiles.Read(directory, patterns, self.StartTime.ToUniversalTime()) is { } counted
            ? counted with
            {
                Duration = duration,
            }
            : new TestRun(
                0,
                0,
                0,
                duration,
                $"the build's own Test left no TRX and no JUnit file that fits --test-results {string.Join(",", patterns)}, and is newer than its start"
            )
            {
                IsCounted = false,
            };
    }

    // What is ours has its own conditions.
    private static IEnumerable<ExecutableTarget> Before(ExecutableTarget target) =>
        target.ExecutionDependencies.Where(dependency => !SkipGuard.IsOurs(dependency)).SelectMany(dependency => Before(dependency).Append(dependency));

    private static bool Needs(ExecutableTarget target, ExecutableTarget other) =>
        target.AllDependencies.Any(dependency => dependency == other || Needs(dependency, other));
}
