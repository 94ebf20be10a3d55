using Hotfix.Components.Testing;
using Hotfix.Core.Errors;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Testing;

public sealed class WhatTestWouldRun : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Shop.sln")]
    [InlineData("src/Shop.slnx")]
    [InlineData("a/b/Shop.slnf")]
    public void IsTheOnlySolutionWithinTwoLevels(string path)
    {
        Write(
            path,
            path.EndsWith("slnf", StringComparison.Ordinal) ? Filter("Shop.sln", "Shop.csproj")
                : path.EndsWith("slnx", StringComparison.Ordinal) ? "<Solution />"
                : Solution()
        );

        Assert.Equal([path], Runs());
    }

    [Fact]
    public void IsNotASolutionOfAnotherRepositoryOrOfAPackage()
    {
        Write("node_modules/x/X.sln", Solution());
        Write("vendor/lib/.git", "gitdir: elsewhere");
        Write("vendor/lib/Lib.sln", Solution());
        Write("src/Shop.sln", Solution());

        Assert.Equal(["src/Shop.sln"], Runs());
    }

    [Fact]
    public void LooksForProductsInFoldersThatAreNoBuilds()
    {
        Write("services/api/Api.sln", Solution());
        Write("services/api/obj/api/x.txt", "");
        Write("node_modules/api/x.txt", "");

        Assert.Equal(["services", "services/api"], TestDiscovery.FoldersBelow(_folder.Path));
    }

    [Fact]
    public void IsNoneOfSeveralSolutionsThatDiffer()
    {
        Write("Installer.sln", Solution("Installer/Installer.csproj"));
        Write("Installer/Installer.csproj", "<Project />");
        Write("Shop.sln", Solution("tests/Shop.Tests.csproj"));
        Write("tests/Shop.Tests.csproj", "<Project />");

        Refusal refusal = Refused(new TestSettings(_folder.Path));

        Assert.Equal("HF4350", refusal.Code);
        Assert.Contains("Installer.sln, Shop.sln", refusal.What, StringComparison.Ordinal);
        Assert.Contains("--test-solution Shop.sln ", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void IsNoneOfTwoFilters()
    {
        Write("A.slnf", Filter("all/All.sln", "A\\\\A.csproj"));
        Write("B.slnf", Filter("all/All.sln", "B\\\\B.csproj"));

        Assert.Equal("HF4350", Refused(new TestSettings(_folder.Path)).Code);
    }

    [Fact]
    public void IsTheSolutionBesideItsFilter()
    {
        Write("A.slnf", Filter("Shop.sln", "src\\\\A.csproj"));
        Write("Shop.sln", Solution("src\\A.csproj", "src\\B.csproj"));

        Assert.Equal(["Shop.sln"], Runs());
    }

    [Fact]
    public void IsTheNewerFormatOfOneSolutionInTwo()
    {
        Write("Shop.sln", Solution("src\\A.csproj"));
        Write("Shop.slnx", """<Solution><Folder Name="/src/"><Project Path="src/A.csproj" /></Folder></Solution>""");

        Assert.Equal(["Shop.slnx"], Runs());
    }

    [Fact]
    public void IsEveryTestProjectWhereThereIsNoSolution()
    {
        Write("build/_build.csproj", "<Project />");
        Write("src/Shop.csproj", "<Project />");
        Write("test/Shop.Specs/Shop.Specs.csproj", """<PackageReference Include="xunit.v3" />""");
        Write("test/Shop.Tests/Shop.Tests.csproj", "<Project />");

        Assert.Equal(["test/Shop.Specs/Shop.Specs.csproj", "test/Shop.Tests/Shop.Tests.csproj"], Runs());
    }

    [Fact]
    public void IsWhatWasNamed()
    {
        Write("A.sln", Solution());
        Write("src/B.sln", Solution());

        Assert.Equal(["src/B.sln"], Runs(new TestSettings(_folder.Path) { Solution = _folder.Combine("src", "B.sln") }));
        Assert.Equal("HF1100", Refused(new TestSettings(_folder.Path) { Solution = _folder.Combine("C.sln") }).Code);
    }

    [Theory]
    [InlineData("package.json", """{ "scripts": { "test": "node --test" } }""", "npm test")]
    [InlineData("go.mod", "module shop", "go test ./...")]
    [InlineData("pyproject.toml", "", "pytest")]
    [InlineData("Cargo.toml", "", "cargo test")]
    [InlineData("pom.xml", "", "mvn test")]
    [InlineData("build.gradle.kts", "", "gradle test")]
    [InlineData("Makefile", "all: x\ntest: all\n\t./run\n", "make test")]
    public void IsProposedForOtherLanguages(string file, string content, string command)
    {
        Write(file, content);

        Refusal refusal = Refused(new TestSettings(_folder.Path));

        Assert.Equal("HF4351", refusal.Code);
        Assert.Contains($"--test-command \"{command}\"", refusal.Next, StringComparison.Ordinal);
        Assert.Contains("RunTestsAsync", refusal.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void IsNotTheScriptThatNpmInitWrites()
    {
        Write("package.json", """{ "scripts": { "test": "echo \"Error: no test specified\" && exit 1" } }""");

        Assert.DoesNotContain("npm test", Refused(new TestSettings(_folder.Path)).Next, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysThatASolutionHoldsNoProject()
    {
        Write("Shop.sln", Solution());

        Assert.True(Assert.IsType<TestPlan.DotNet>(TestDiscovery.Plan(new TestSettings(_folder.Path))).IsEmpty);
    }

    private string[] Runs(TestSettings? settings = null) =>
        [
            .. Assert
                .IsType<TestPlan.DotNet>(TestDiscovery.Plan(settings ?? new TestSettings(_folder.Path)))
                .Paths.Select(path => Path.GetRelativePath(_folder.Path, path).Replace('\\', '/')),
        ];

    private static Refusal Refused(TestSettings settings) => Assert.IsType<TestPlan.Refused>(TestDiscovery.Plan(settings)).Refusal;

    private void Write(string path, string content)
    {
        string file = _folder.Combine(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private static string Solution(params string[] projects) =>
        "Microsoft Visual Studio Solution File, Format Version 12.00\n"
        + string.Concat(projects.Select(path => $"Project(\"{{FAE04EC0}}\") = \"x\", \"{path}\", \"{{0}}\"\r\nEndProject\r\n"))
        + "Project(\"{2150E333}\") = \"docs\", \"docs\", \"{1}\"\r\nEndProject\r\nGlobal\nEndGlobal\n";

    private static string Filter(string solution, string project) => $$"""{ "solution": { "path": "{{solution}}", "projects": [ "{{project}}" ] } }""";
}
