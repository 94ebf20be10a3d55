using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Adopting;

/// <summary><c>Init</c> into the shapes that builds of teams have: what it writes, and says, as text.</summary>
public sealed partial class NukeBuildsOfTeams : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempRepository _shop;

    public NukeBuildsOfTeams()
    {
        Directory.CreateDirectory(_folder.Combine("shop"));
        Directory.CreateDirectory(_folder.Combine("home"));
        Directory.CreateDirectory(_folder.Combine("root", ".nuke"));
        _shop = TempRepository.At(_folder.Combine("shop"));
        _shop.Git(["init", "--quiet", "--initial-branch=main"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Plain")]
    [InlineData("OwnTest")]
    [InlineData("Components")]
    [InlineData("Nuke9")]
    [InlineData("Fallout")]
    public async Task GetTheHotfixPathIntoWhatTheyHave(string shape)
    {
        Copy(shape);

        RunResult first = (await InitAsync("--force", "--package-version", "1.2.3", "--package-source", "https://feed.example.com/index.json")).ShouldExitWith(
            0
        );
        RunResult again = (await InitAsync("--package-version", "1.2.3")).ShouldExitWith(0);

        Golden.Verify(Written(first), $"{nameof(NukeBuildsOfTeams)}.{shape}");
        Assert.Contains("has the hotfix path already; nothing was changed", again.Output, StringComparison.Ordinal);
    }

    [AdoptionTheory]
    [InlineData("Plain")]
    [InlineData("OwnTest")]
    [InlineData("Nuke9")]
    [ShapeElsewhere(
        "Components",
        "nuke",
        "NUKE alone declares its own components of a build; HOTFIX_ENGINE=nuke ./build.sh Adoption, where the feeds serve NUKE."
    )]
    [ShapeElsewhere("Fallout", "fallout", "there is no package for Fallout that could be referred to.")]
    public async Task RehearseAHotfixWithWhatInitWrote(string shape)
    {
        Copy(shape);
        (await InitAsync("--force", "--package-version", "1.2.3")).ShouldExitWith(0);
        _shop.Write(
            "rehearsed/_build.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace></RootNamespace>
                <NukeRootDirectory>..</NukeRootDirectory>
                <NukeScriptDirectory>..</NukeScriptDirectory>
                <NukeTelemetryVersion>1</NukeTelemetryVersion>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="../build/Build.cs" />
                <ProjectReference Include="{RepositoryRoot.Combine("src", "Hotfix.Components", "Hotfix.Components.csproj")}" />
              </ItemGroup>
            </Project>
            """
        );

        (
            await DotNetAsync(
                "build",
                Path.Combine(_shop.Path, "rehearsed"),
                "--nologo",
                "-v",
                "quiet",
                $"-p:HotfixEngine={BuiltFor.Engine}",
                "--disable-build-servers"
            )
        ).ShouldExitWith(0);
        RunResult drill = await DotNetAsync(
            BuiltFor.Program("src", "Rehearsal", "Hotfix.Drill"),
            "drill",
            "--build",
            Path.Combine(_shop.Path, "rehearsed", "bin", "Debug", "net10.0", "_build.dll")
        );

        drill.ShouldExitWith(0);
    }

    private async Task<RunResult> DotNetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path };
        CleanShell.RemoveForeign(start.Environment);

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using TargetRun run = TargetRun.Start(start);
        return await run.EndAsync(TimeSpan.FromMinutes(10));
    }

    private void Copy(string shape)
    {
        string from = RepositoryRoot.Combine("tests", "Hotfix.Scenarios", "Adopting", "Shapes", shape);
        foreach (string file in Directory.GetFiles(from))
            _shop.Write($"build/{Path.GetFileName(file)}", File.ReadAllText(file));

        _shop.Write("build.sh", "theirs\n").Write("build.cmd", "theirs\n");
    }

    // The files of the build, and the notes about it.
    private string Written(RunResult result)
    {
        var text = new StringBuilder();
        foreach (
            string file in new[] { "build/_build.csproj", "build/Build.cs", "build/nuget.config" }.Where(file => File.Exists(Path.Combine(_shop.Path, file)))
        )
        {
            text.Append("=== ").AppendLine(file).AppendLine(File.ReadAllText(Path.Combine(_shop.Path, file)).TrimEnd());
        }

        text.AppendLine("=== notes");
        foreach (Match note in Note().Matches(result.Output).Where(note => note.Value.Contains("build", StringComparison.Ordinal)))
            text.AppendLine(note.Groups["text"].Value.TrimEnd());

        return text.ToString();
    }

    private async Task<RunResult> InitAsync(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [BuildProgram.Path, "Init", "--into", _shop.Path, .. more, "--no-logo", "--root", _folder.Combine("root")])
        {
            WorkingDirectory = _folder.Path,
        };
        CleanShell.Prepare(start.Environment, _folder.Combine("home"));
        using TargetRun run = TargetRun.Start(start);
        return await run.EndAsync();
    }

    [GeneratedRegex(@"\[INF\] note: (?<text>[^\n]*)")]
    private static partial Regex Note();
}
