using Hotfix.Testing;
using Xunit.Abstractions;

namespace Hotfix.Conventions.House;

/// <summary>
/// The figures of the floor plan, printed with
/// <c>dotnet test tests/Hotfix.Conventions --filter FloorPlan --logger "console;verbosity=detailed"</c>. Most are as they should be, and stay so; the others
/// are exact, too:
/// whoever betters one lowers its limit.
/// </summary>
public sealed class FloorPlan(ITestOutputHelper output)
{
    private static readonly string[] Features =
    [
        "Branch",
        "PullRequest",
        "Merge",
        "Release",
        "Deploy",
        "Rollback",
        "ForwardPort",
        "Abandon",
        "PostMortem",
        "Report",
        "Doctor",
        "Lane",
        "Announce",
        "Init",
    ];

    [Theory]
    [InlineData("Hotfix.Core", 0)]
    [InlineData("Hotfix.Components", 5)]
    [InlineData("Hotfix.Pipeline", 0)]
    public void CirclesOfFoldersAreAtMost(string project, int folders)
    {
        if (!IsThere(project))
            return;

        SourceGraph graph = HouseFigures.Graph(project).By(HouseFigures.Folder);

        AssertAtMost(folders, $"folders of {project}, of {graph.Count}, that lie in circles", [.. graph.Circles().SelectMany(circle => circle)]);
    }

    [Theory]
    [InlineData("Hotfix.Core", 8)]
    [InlineData("Hotfix.Components", 0)]
    [InlineData("Hotfix.Pipeline", 0)]
    public void CirclesOfFilesAreAtMost(string project, int files)
    {
        if (!IsThere(project))
            return;

        SourceGraph graph = HouseFigures.Graph(project);

        AssertAtMost(
            files,
            $"files of {project}, of {graph.Count}, that lie in circles",
            [.. graph.Circles().SelectMany(circle => circle.Select(HouseFigures.Name))]
        );
    }

    [Fact]
    public void OnePlaceTellsAPlansAnswersApart() => AssertAre(["TargetRun"], "switches over PlanResult", HouseFigures.SwitchesOverPlanResult());

    [Fact]
    public void OneTableAppliesSteps() => AssertAre(["StepAppliers"], "places that dispatch steps", HouseFigures.PlacesThatDispatchSteps());

    /// <summary>
    /// In one a run waits for others. The other two ask again what was told already: GitHub's list of releases, and a system that was just deployed.
    /// </summary>
    [Fact]
    public void OneLoopWaitsForOthers() => AssertAre(["Looks", "TargetRun", "Verification"], "wait loops", HouseFigures.WaitLoops());

    /// <summary>The parameter, what reads it, and <c>Init</c>, which is no part of the path.</summary>
    [Fact]
    public void NothingOnThePathKnowsDryRun() =>
        AssertAre(["IHazHotfix", "InitRun", "RemovalRun", "RunFactory"], "files that know DryRun", HouseFigures.FilesThatKnowDryRun());

    [Fact]
    public void PortsHaveASecondUser() => AssertAre([], "interfaces with one implementation and no double", HouseFigures.PortsWithoutASecondUser());

    [Fact]
    public void StepsHaveAPlanner() => AssertAre([], "steps that no planner names", HouseFigures.StepsThatNoPlannerNames());

    [Fact]
    public void StepsAreBornInPlanners() => AssertAre([], "files that make steps while others are applied", HouseFigures.StepsBornWhileApplying());

    [Fact]
    public void FoldersForEachFeature()
    {
        foreach (string feature in Features)
            output.WriteLine($"{feature}: {HouseFigures.FoldersOf(feature)} folders");
    }

    private static bool IsThere(string project) => Directory.Exists(RepositoryRoot.Combine("src", project));

    private void AssertAre(string[] expected, string what, string[] found)
    {
        output.WriteLine($"{found.Length} {what}: {string.Join(' ', found)}");

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    private void AssertAtMost(int most, string what, string[] found)
    {
        output.WriteLine($"{found.Length} {what}: {string.Join(' ', found)}");

        Assert.True(found.Length <= most, $"{what}: {found.Length}, at most {most} are accepted: {string.Join(' ', found)}");
    }
}
