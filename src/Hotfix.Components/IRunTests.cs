using System.ComponentModel;
using Hotfix.Components.Running;
using Hotfix.Components.Testing;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components;

/// <summary>
/// Target <c>Test</c>. Not called <c>ITest</c>, since NUKE's own component is; a build that has both writes <c>public Target Test =&gt; _ =&gt;
/// _.Inherit&lt;Nuke.Components.ITest&gt;(x =&gt; x.Test)</c>.
/// Any <c>public Target Test</c> of the build class stands for this one: it runs after the branch is checked out, with what it depends on, and yields
/// evidence for the commit that it ran on.
/// </summary>
public interface IRunTests : IHazHotfix
{
    /// <summary>The team's own test runner.</summary>
    [Category("Tests")]
    [Parameter("Command that runs the tests, as typed into a shell, such as \"npm test\"; its exit code decides; dotnet test unless set")]
    string? TestCommand => TryGetValue(() => TestCommand);

    /// <summary>Where that command leaves its counts.</summary>
    [Category("Tests")]
    [Parameter("Patterns of the TRX or JUnit XML files that the test command leaves, for the counts", Separator = ",")]
    string[]? TestResults => TryGetValue<string[]?>(() => TestResults);

    /// <summary>Whose tests run, where it is not the build's own solution.</summary>
    [Category("Tests")]
    [Parameter("Solution, or project, whose tests count; unless set, what NUKE's own Solution names, else the only one within two levels of the root")]
    string? TestSolution => TryGetValue(() => TestSolution);

    /// <summary>The project's tests passed. Alone it is just that; on the way to a pull request they count for exactly the branch's tip.</summary>
    Target Test =>
        _ =>
            _.Description("Runs the project's tests; within a hotfix, on exactly the commit that goes into the pull request")
                .InOrder(this, nameof(Test))
                .OnlyWhenStatic(() => Run.IsAhead(Stage.Test), AdoptedTest.LeftToDo)
                .OnlyWhenDynamic(() => Run.MayGoOn, AdoptedTest.NothingStopped)
                .Executes(() => Run.TestAsync(RunTestsAsync));

    /// <summary>
    /// Runs the tests that are in <paramref name="directory"/>, those of the build's solution where it is an <c>IHazSolution</c>, in its configuration where
    /// it is an
    /// <c>IHazConfiguration</c>; override it for another test runner. Never throws for a red test: it counts.
    /// </summary>
    Task<TestRun> RunTestsAsync(string directory) => TestRunner.RunAsync(SettingsFor(directory), CancellationToken.None);

    /// <summary>What would run, and with what it would be refused, for people.</summary>
    internal PlannedTests? Planned =>
        AdoptedTest.NameOf(this) is { } own ? new PlannedTests(own, null)
        : Overrides.Has(GetType(), typeof(IRunTests), nameof(RunTestsAsync)) ? new PlannedTests($"{GetType().Name}.{nameof(RunTestsAsync)}", null)
        : TestRunner.Describe(SettingsFor(RootDirectory));

    /// <summary>What the team says of its tests, for one of the build's work trees.</summary>
    internal TestSettings SettingsFor(string directory) =>
        TestDiscovery.OfProduct(
            new TestSettings(directory)
            {
                Command = string.IsNullOrWhiteSpace(TestCommand) ? null : TestCommand,
                Results = [.. (TestResults ?? []).Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0)],
                Solution = (TestSolution ?? OwnWords.NamedSolution(this)) is { Length: > 0 } text
                    ? TestSettings.InDirectory(text, RootDirectory, directory)
                    : OwnWords.Solution(this, directory),
                Configuration = OwnWords.Configuration(this),
            },
            Conventions
        );
}
