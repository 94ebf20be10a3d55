using Hotfix.Components.Testing;
using Hotfix.Testing;

namespace Hotfix.Components.Tests;

/// <summary>A build that brings NUKE's own components along, and one that has nothing but ours.</summary>
public sealed class BuildsOfUsers : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void AreTestedByTheirSolutionAndInTheirConfigurationInAnyWorkTree()
    {
        File.WriteAllText(_folder.Combine("Another.sln"), "");
        File.WriteAllText(_folder.Combine("Hotfix.sln"), "");

        TestSettings settings = ((IRunTests)new Brings()).SettingsFor(_folder.Path);

        Assert.Equal(_folder.Combine("Hotfix.sln"), settings.Solution);
        Assert.Equal("Release", settings.Configuration);
    }

    [Fact]
    public void AreTestedByWhatIsFoundWhereTheirSolutionIsNot()
    {
        File.WriteAllText(_folder.Combine("Another.sln"), "");

        Assert.Null(((IRunTests)new Brings()).SettingsFor(_folder.Path).Solution);
    }

    [Fact]
    public void AreTestedAsBeforeWithoutComponents()
    {
        File.WriteAllText(_folder.Combine("Hotfix.sln"), "");

        TestSettings settings = ((IRunTests)new Plain()).SettingsFor(_folder.Path);

        Assert.Null(settings.Solution);
        Assert.Null(settings.Configuration);
    }

    [Fact]
    public void PutReportsAndPackagesWhereTheySay()
    {
        Assert.Equal(EngineBuild.RootDirectory / "out", OwnWords.Artifacts(new Brings(), "output"));
        Assert.Equal(EngineBuild.RootDirectory / "output", OwnWords.Artifacts(new Plain(), "output"));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Plain : EngineBuild, IRunTests, IReport;

    private sealed class Brings : EngineBuild, IRunTests, IReport, IHazSolution, IHazConfiguration, IHazArtifacts
    {
        Solution IHazSolution.Solution => (RootDirectory / "Hotfix.sln").ReadSolution();

        Configuration IHazConfiguration.Configuration => Configuration.Release;

        AbsolutePath IHazArtifacts.ArtifactsDirectory => RootDirectory / "out";
    }
}
