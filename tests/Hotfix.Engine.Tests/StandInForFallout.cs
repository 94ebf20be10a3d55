using System.Diagnostics;
using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Engine.Tests;

/// <summary>
/// Fallout, the fork of NUKE, cannot be restored everywhere. What stands in for it is made here, from the embedded engine's own sources, by the renames that
/// Fallout made: so that what names an engine is in its folder of build/engines and nowhere else.
/// </summary>
[Trait("Starts", "processes")]
public sealed partial class StandInForFallout : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CompilesTheComponentsAndRunsTheParityBuildsAsTheEngineDoes()
    {
        string standIn = MakeStandIn();

        await DotNetAsync("build", RepositoryRoot.Combine("build", "_build.csproj"), standIn);
        string tests = await DotNetAsync("test", RepositoryRoot.Combine("tests", "Hotfix.Parity"), standIn);

        Assert.Matches(@"Failed:\s+0, Passed:\s+[1-9]\d*, Skipped:\s+0", tests);
        Assert.True(File.Exists(RepositoryRoot.Combine("build", "bin", "fallout", "Debug", "Fallout.Common.dll")));
    }

    [Theory]
    [InlineData("using Nuke.Common.IO;", "using Fallout.Common.IO;")]
    [InlineData("class Build : NukeBuild, INukeBuild", "class Build : FalloutBuild, IFalloutBuild")]
    [InlineData("namespace Nuke.Common.ProjectModel;", "namespace Fallout.Solutions;")]
    [InlineData("interface IHazSolution : INukeBuild", "interface IHasSolution : IFalloutBuild")]
    [InlineData("NUKE_ROOT and .nuke", "NUKE_ROOT and .nuke")]
    public void IsMadeByTheRenames(string line, string renamed) => Assert.Equal(renamed, Renamed(line));

    private static string Renamed(string text)
    {
        text = Components().Replace(Projects().Replace(text, "Fallout.Solutions"), "IHas");
        return Types().Replace(Namespaces().Replace(text, "Fallout."), "${i}FalloutBuild");
    }

    private string MakeStandIn()
    {
        string engine = RepositoryRoot.Combine("src", "Hotfix.Engine");
        foreach (string file in Directory.EnumerateFiles(engine, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(engine, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;

            string copy = _folder.Combine("Fallout.Common", relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Renamed(File.ReadAllText(file)));
        }

        string project = _folder.Combine("Fallout.Common", "Fallout.Common.csproj");
        File.WriteAllText(
            project,
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <!-- Solution and Project lie in no namespace within Fallout.Common any more. -->
              <ItemGroup>
                <Using Include="Fallout.Common" />
              </ItemGroup>
              <ItemGroup>
                <PackageReference Include="Serilog" Version="4.4.0" />
              </ItemGroup>
            </Project>
            """
        );
        return project;
    }

    private static async Task<string> DotNetAsync(string verb, string project, string standIn)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                verb,
                project,
                "--nologo",
                "-p:HotfixEngine=fallout",
                $"-p:FalloutStandIn={standIn}",
                "-v",
                verb == "test" ? "minimal" : "quiet",
                "--disable-build-servers",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            string name in start
                .Environment.Keys.Where(name =>
                    new[] { "MSBUILD", "NUKE_", "DOTNET_HOST", "VSTEST" }.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                )
                .ToArray()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Longest);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{output}\n{await errors}");
        return output;
    }

    [GeneratedRegex(@"\bNuke\.Common\.ProjectModel\b")]
    private static partial Regex Projects();

    [GeneratedRegex(@"\bIHaz(?=[A-Z])")]
    private static partial Regex Components();

    [GeneratedRegex(@"\bNuke\.")]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"\b(?<i>I?)NukeBuild\b")]
    private static partial Regex Types();
}
