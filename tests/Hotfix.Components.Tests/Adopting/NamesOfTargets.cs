using Hotfix.Core.Adopting;

namespace Hotfix.Components.Tests.Adopting;

public sealed class NamesOfTargets
{
    // Test is not among them: a team's own stands for ours. Benchmark's component is given to no team.
    [Fact]
    public void ThatInitWarnsOfAreAllThatTheComponentsHave() =>
        Assert.Equal(
            typeof(IHotfix)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsInterface)
                .SelectMany(type => type.GetProperties())
                .Where(property => property.PropertyType == typeof(Target))
                .Select(property => property.Name)
                .Except(["Test", "Benchmark"])
                .Distinct()
                .Order(StringComparer.Ordinal),
            ExistingBuild.TakenNames
        );

    [Fact]
    public void AndTheVersionOfNukeThatItAsksForIsTheOneOfThisRepository() =>
        Assert.Contains(
            $"<NukeVersion>{BuildFamily.NukeVersion}</NukeVersion>",
            File.ReadAllText(Hotfix.Testing.RepositoryRoot.Combine("Directory.Packages.props")),
            StringComparison.Ordinal
        );
}
