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
        Assert.Contains(
            "    <PackageReference Include=\"Hotfix.Components\" Version=\"[1.4.3]\" />\n    <PackageReference Include=\"Nuke.Common\"",
            files[0].Text,
            StringComparison.Ordinal
        );
        Assert.Contains("[HotfixBuild]\nclass Build : NukeBuild, IHotfix, IDrill, ILocalGitHub, IInit\n", files[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("using Hotfix.Components;\n", files[1].Text, StringComparison.Ordinal);
        Assert.Contains("    public Target Test => _ => _", files[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "public static int Main () => Execute<Build>(x => x.A(1));",
        "public static int Main () => HotfixProgram.Run(() => Execute<Build>(x => x.A(1)));"
    )]
    [InlineData(
        "static int Main() { return NukeBuild.Execute<Build>(); }",
        "static int Main() { return HotfixProgram.Run(() => NukeBuild.Execute<Build>()); }"
    )]
    public void GetsTheProgramAroundItsMain(string main, string wrapped)
    {
        AdoptionFacts facts = Facts(Project, Class.Replace("{\n    Target", $"{{\n    {main}\n\n    Target", StringComparison.Ordinal));

        string text = ExistingBuild.Extend(facts, "build/_build.csproj", "1.4.3").Last().Text;

        Assert.Contains(wrapped, text, StringComparison.Ordinal);
        Assert.DoesNotContain(ExistingBuild.Notes(facts, "build/_build.csproj"), note => note.StartsWith("Main ", StringComparison.Ordinal));
    }

    [Fact]
    public void WithAMainOfItsOwnIsToldWhatToWrite()
    {
        AdoptionFacts facts = Facts(Project, Class.Replace("Target Test", "static void Main() => Run();\n\n    Target Test", StringComparison.Ordinal));

        Assert.Contains(ExistingBuild.Notes(facts, "build/_build.csproj"), note =>
            note.Contains("HotfixProgram.Run(() => Execute<Build>(…))", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("HotfixProgram", ExistingBuild.Extend(facts, "build/_build.csproj", "1.4.3").Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void IsToldOfANameThatTheHotfixPathHas() =>
        Assert.Contains(
            ExistingBuild.Notes(Facts(Project, Class.Replace("Target Test", "Target Release", StringComparison.Ordinal)), "build/_build.csproj"),
            note => note.StartsWith("the build has a target Release,", StringComparison.Ordinal)
        );

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
    public void IsToldOfATargetOfTheSameName() =>
        Assert.Contains(ExistingBuild.Notes(Facts(Project, Class), "build/_build.csproj"), note =>
            note.StartsWith("the build's own Test stands for ours", StringComparison.Ordinal)
        );

    [Fact]
    public void IsNotMistakenForOneOfOurs() =>
        Assert.Null(ExistingBuild.FindProject(Facts(Project.Replace("Nuke.Common", "Hotfix.Components.Embedded", StringComparison.Ordinal), Class)));

    private static AdoptionFacts Facts(string project, string source) =>
        RepositoryThatGetsTheHotfixPath.Facts(("build/_build.csproj", project), ("build/Build.cs", source));
}
