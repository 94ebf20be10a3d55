using Hotfix.Testing;
using Xunit.Abstractions;

namespace Hotfix.Conventions.House;

/// <summary>
/// The figures of the floor plan, printed with
/// <c>dotnet test tests/Hotfix.Conventions --filter FloorPlan --logger "console;verbosity=detailed"</c>, and how bad each may be at most. Whoever betters one lowers its limit.
/// </summary>
public sealed class FloorPlan(ITestOutputHelper output)
{
    private static readonly string[] Features =
        ["Branch", "PullRequest", "Merge", "Release", "Deploy", "Rollback", "ForwardPort", "Abandon", "PostMortem", "Report", "Doctor", "Lane", "Announce", "Init"];

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
    [InlineData("Hotfix.Core", 18)]
    [InlineData("Hotfix.Components", 90)]
    [InlineData("Hotfix.Pipeline", 0)]
    public void CirclesOfFilesAreAtMost(string project, int files)
    {
        if (!IsThere(project))
            return;

        SourceGraph graph = HouseFigures.Graph(project);

        AssertAtMost(files, $"files of {project}, of {graph.Count}, that lie in circles", [.. graph.Circles().SelectMany(circle => circle.Select(HouseFigures.Name))]);
    }

    [Fact]
    public void SwitchesOverPlanResultAreAtMost() => AssertAtMost(8, "switches over PlanResult", HouseFigures.SwitchesOverPlanResult());

    [Fact]
    public void PlacesThatDispatchStepsAreAtMost() => AssertAtMost(7, "places that dispatch steps", HouseFigures.PlacesThatDispatchSteps());

    [Fact]
    public void WaitLoopsAreAtMost() => AssertAtMost(6, "wait loops", HouseFigures.WaitLoops());

    [Fact]
    public void FilesThatKnowDryRunAreAtMost() => AssertAtMost(14, "files that know DryRun", HouseFigures.FilesThatKnowDryRun());

    [Fact]
    public void PortsWithoutASecondUserAreAtMost() => AssertAtMost(23, "interfaces with one implementation and no double", HouseFigures.PortsWithoutASecondUser());

    [Fact]
    public void StepsThatNoPlannerNamesAreAtMost() => AssertAtMost(4, "steps that no planner names", HouseFigures.StepsThatNoPlannerNames());

    [Fact]
    public void StepsBornWhileApplyingAreAtMost() => AssertAtMost(9, "files that make steps while others are applied", HouseFigures.StepsBornWhileApplying());

    [Fact]
    public void FoldersForEachFeature()
    {
        foreach (string feature in Features)
            output.WriteLine($"{feature}: {HouseFigures.FoldersOf(feature)} folders");
    }

    private static bool IsThere(string project) => Directory.Exists(RepositoryRoot.Combine("src", project));

    private void AssertAtMost(int most, string what, string[] found)
    {
        output.WriteLine($"{found.Length} {what}: {string.Join(' ', found)}");

        Assert.True(found.Length <= most, $"{what}: {found.Length}, at most {most} are accepted: {string.Join(' ', found)}");
    }
}
