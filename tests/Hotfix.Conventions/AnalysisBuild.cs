using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>What a plain build leaves out and CI must not: a project under this repository's own settings, with one violation of each sort in it.</summary>
public sealed class AnalysisBuild
{
    private const string Violations = """
        using System.Text;

        namespace Planted
        {
            /// <summary>Refers to <see cref="Nothing"/>.</summary>
            public sealed class Documented
            {
                public string Undocumented(int number) => number.ToString();

                /// <summary>Time that no test can set.</summary>
                public static System.DateTime Time => System.DateTime.Now;
            }
        }
        """;

    [Fact]
    public async Task IsRedForEachSortOfViolationAndAPlainBuildForNone()
    {
        using var folder = new TempFolder();
        string[] banned = ["src/BannedSymbols.txt", "src/BannedSymbols.Waiting.txt", "src/BannedSymbols.Console.txt"];
        foreach (
            string file in (string[])
                ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "src/Directory.Build.props", .. banned]
        )
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Combine(file.Split('/')))!);
            File.Copy(RepositoryRoot.Combine(file.Split('/')), folder.Combine(file.Split('/')));
        }

        Directory.CreateDirectory(folder.Combine("src", "Planted"));
        string project = folder.Combine("src", "Planted", "Planted.csproj");
        await File.WriteAllTextAsync(project, "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        await File.WriteAllTextAsync(folder.Combine("src", "Planted", "Documented.cs"), Violations);

        (int plain, string output) = await BuildAsync(project);
        (int analysis, string findings) = await BuildAsync(project, "-p:HotfixAnalysis=true");

        Assert.True(plain == 0, output);
        Assert.NotEqual(0, analysis);
        Assert.All(
            // A reference to nothing, missing documentation, an unused using, code style, what the analyzers of code quality find, and a banned symbol.
            new[] { "error CS1574", "error CS1591", "error IDE0005", "error IDE0161", "error CA1822", "error RS0030" },
            code => Assert.Contains(code, findings, StringComparison.Ordinal)
        );
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(string project, params string[] arguments)
    {
        EndedProcess build = await PlainDotNet.RunAsync(Path.GetDirectoryName(project)!, ["build", project, "--nologo", "-v", "quiet", .. arguments]);
        return (build.ExitCode, build.Output + build.Errors);
    }
}
