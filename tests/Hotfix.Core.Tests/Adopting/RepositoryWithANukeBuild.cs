using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryWithANukeBuild
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <PackageReference Include="Nuke.Common" Version="10.1.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Class = """
        using Nuke.Common;

        class Build : NukeBuild
        {
            Target Test => _ => _.Executes(() => { });
        }
        """;

    [Fact]
    public void GetsThePackageAndTheInterface()
    {
        AdoptionFacts facts = Facts(Project, Class);

        AdoptionFile[] files = [.. ExistingBuild.Extend(facts, ExistingBuild.FindProject(facts)!, "1.4.3")];

        Assert.Equal(["build/_build.csproj", "build/Build.cs"], files.Select(file => file.Path));
        Assert.Contains("    <PackageReference Include=\"Hotfix.Components\" Version=\"[1.4.3]\" />\n    <PackageReference Include=\"Nuke.Common\"", files[0].Text, StringComparison.Ordinal);
        Assert.Contains("[HotfixBuild]\nclass Build : NukeBuild, IHotfix\n", files[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("using Hotfix.Components;\n", files[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void GetsThemOnce()
    {
        AdoptionFacts before = Facts(Project, Class);
        AdoptionFile[] first = [.. ExistingBuild.Extend(before, "build/_build.csproj", "1.4.3")];
        AdoptionFacts after = Facts(first[0].Text, first[1].Text);

        AdoptionPlan plan = AdoptionPlanner.Plan(ExistingBuild.Extend(after, "build/_build.csproj", "1.4.3"), after);

        Assert.True(plan.IsDone);
    }

    [Fact]
    public void WithVersionsElsewhereGetsNoneHere()
    {
        AdoptionFacts facts = Facts(Project.Replace(" Version=\"10.1.0\"", "", StringComparison.Ordinal), Class);

        string text = ExistingBuild.Extend(facts, "build/_build.csproj", "1.4.3").First().Text;

        Assert.Contains("<PackageReference Include=\"Hotfix.Components\" />", text, StringComparison.Ordinal);
        Assert.Contains(ExistingBuild.Notes(facts, "build/_build.csproj"), note => note.Contains("Directory.Packages.props", StringComparison.Ordinal));
    }

    [Fact]
    public void IsToldOfATargetOfTheSameName() => Assert.Contains(
        ExistingBuild.Notes(Facts(Project, Class), "build/_build.csproj"), note => note.Contains("public Target Test", StringComparison.Ordinal));

    [Fact]
    public void IsNotMistakenForOneOfOurs() => Assert.Null(ExistingBuild.FindProject(Facts(Project.Replace("Nuke.Common", "Hotfix.Components.Embedded", StringComparison.Ordinal), Class)));

    private static AdoptionFacts Facts(string project, string source) => RepositoryThatGetsTheHotfixPath.Facts(("build/_build.csproj", project), ("build/Build.cs", source));
}
