using System.Xml.Linq;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>References point inward: everything may use Core, Core uses nothing.</summary>
public sealed class ProjectReferences
{
    [Fact]
    public void OfCoreAreNone() => Assert.Empty(Projects("Hotfix.Core").Concat(Packages("Hotfix.Core")));

    [Theory]
    [InlineData("Hotfix.Git", "Hotfix.Core")]
    [InlineData("Hotfix.GitHub", "Hotfix.Core")]
    [InlineData("Hotfix.Pipeline", "Hotfix.Core Hotfix.Git Hotfix.GitHub")]
    [InlineData("Hotfix.Engine", "")]
    [InlineData("Hotfix.LocalGitHub", "")]
    [InlineData("Hotfix.Reports", "Hotfix.Core")]
    [InlineData("Hotfix.Components", "Hotfix.Core Hotfix.Engine Hotfix.Git Hotfix.GitHub Hotfix.Pipeline Hotfix.Reports")]
    [InlineData("Hotfix.Tool", "Hotfix.Components Hotfix.Core Hotfix.Engine Hotfix.Git")]
    public void PointInward(string project, string allowed) => Assert.Empty(Projects(project).Except(allowed.Split(' ')));

    [Fact]
    public void OfTheDrillAreTheOnlyOnesToTheLocalServer() =>
        Assert.All(All().Where(project => Projects(project).Contains("Hotfix.LocalGitHub")), project => Assert.Equal("Hotfix.Drill", project));

    [Fact]
    public void OfOctokitStayInGitHub() =>
        Assert.All(All().Where(project => Packages(project).Contains("Octokit")), project => Assert.Equal("Hotfix.GitHub", project));

    // Charts are no part of the path that has to start at 03:00: the assembly is loaded when a report is made.
    [Fact]
    public void OfTheChartsStayInReports() =>
        Assert.All(All().Where(project => Packages(project).Contains("OxyPlot.Core")), project => Assert.Equal("Hotfix.Reports", project));

    [Fact]
    public void OfAspNetStayInTheServerAndTheDrill() =>
        Assert.All(
            All()
                .Where(project =>
                    Load(project).Root!.Attribute("Sdk")!.Value.EndsWith(".Web", StringComparison.Ordinal) || Values(project, "FrameworkReference").Length > 0
                ),
            project => Assert.Contains(project, new[] { "Hotfix.LocalGitHub", "Hotfix.Drill" })
        );

    private static IEnumerable<string> All() => Files().Select(file => Path.GetFileNameWithoutExtension(file));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories);

    private static string[] Projects(string project) =>
        [.. Values(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    private static string[] Packages(string project) => Values(project, "PackageReference");

    private static string[] Values(string project, string element) =>
        [.. Load(project).Descendants(element).Select(item => item.Attribute("Include")?.Value ?? "").Where(value => value.Length > 0)];

    private static XDocument Load(string project) => XDocument.Load(Files().Single(file => Path.GetFileNameWithoutExtension(file) == project));
}
