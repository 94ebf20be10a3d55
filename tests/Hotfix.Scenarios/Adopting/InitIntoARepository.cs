using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Adopting;

/// <summary><c>Init</c> as a process, started from this repository's own build, into small repositories.</summary>
public sealed class InitIntoARepository : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempRepository _shop;

    public InitIntoARepository()
    {
        // A path that people have, and programs get wrong.
        string path = _folder.Combine("Läden und mehr", "shop");
        Directory.CreateDirectory(path);
        Directory.CreateDirectory(_folder.Combine("home"));
        _shop = TempRepository.At(path);
        _shop.Git(["init", "--quiet", "--initial-branch=main"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WritesTheWholePathOnce()
    {
        RunResult first = (await RunAsync()).ShouldExitWith(0);
        string status = Status();
        RunResult second = (await RunAsync()).ShouldExitWith(0);

        foreach (
            string file in new[]
            {
                "build.sh",
                "build/Build.cs",
                ".nuke/parameters.json",
                ".github/workflows/release.yml",
                ".github/step.sh",
                "docs/hotfix-process.md",
            }
        )
        {
            Assert.Contains(file, status, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hotfix-init", status, StringComparison.Ordinal);
        Assert.Contains("plan: write build.sh", first.Output, StringComparison.Ordinal);
        Assert.Contains("has the hotfix path already; nothing was changed", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("plan:", second.Output, StringComparison.Ordinal);
        Assert.Equal(status, Status());
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Path.Combine(_shop.Path, "build.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task TakesTheTeamsNames()
    {
        foreach (int day in Enumerable.Range(1, 5))
            _shop.CommitFile("a.txt", $"{day}\n", $"feat: number {day}", TempRepository.Day(day));
        _shop.Git(["tag", "release-1.4.2"]);

        RunResult init = (await RunAsync("--hotfix-prefix", "urgent/", "--support-pattern", "servicing/{major}.{minor}")).ShouldExitWith(0);

        Assert.Contains("pull requests will be titled 'fix: {description}'", init.Output, StringComparison.Ordinal);
        foreach (
            (string file, string text) in new[]
            {
                (".nuke/parameters.json", "\"HotfixPrefix\": \"urgent/\""),
                (".github/workflows/release.yml", "tags: [\"release-*\"]"),
                (".github/workflows/hotfix-signal.yml", "'urgent/'"),
                (".github/workflows/hotfix-resume.yml", "'servicing/'"),
                ("docs/hotfix-process.md", "`urgent/<description>` into `servicing/<major>.<minor>`"),
            }
        )
        {
            Assert.Contains(text, await File.ReadAllTextAsync(Path.Combine(_shop.Path, file)), StringComparison.Ordinal);
        }

        Assert.Contains("nothing was changed", (await RunAsync()).ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeavesWhatDiffersUnlessItIsForced()
    {
        _shop.Write(".github/step.sh", "echo theirs\n");

        RunResult first = await RunAsync();
        string kept = await File.ReadAllTextAsync(Path.Combine(_shop.Path, ".github", "step.sh"));
        RunResult forced = await RunAsync("--force");

        first.ShouldExitWith(75);
        Assert.Contains("-echo theirs", first.Output, StringComparison.Ordinal);
        Assert.Contains("HF4256: What differs was left as it is: .github/step.sh.", first.Output, StringComparison.Ordinal);
        Assert.Equal("echo theirs\n", kept);
        forced.ShouldExitWith(0);
        Assert.Contains("./build.sh", await File.ReadAllTextAsync(Path.Combine(_shop.Path, ".github", "step.sh")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsesTheTeamsOwnVersionsAndItsBuildClassWhateverIsForced()
    {
        _shop
            .Write("GitVersion.yml", "workflow: GitHubFlow/v1\n")
            .Write("build/Build.cs", "// DeployAsync\n")
            .Write("build/_build.csproj", "<PackageReference Include=\"Hotfix.Components.Embedded\" />\n");

        RunResult forced = (await RunAsync("--force")).ShouldExitWith(0);

        Assert.Contains("found: GitVersion.yml (the team's own is used)", forced.Output, StringComparison.Ordinal);
        Assert.Contains("found: build/Build.cs (the team's own from now on)", forced.Output, StringComparison.Ordinal);
        Assert.Equal("// DeployAsync\n", await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "Build.cs")));
    }

    [Fact]
    public async Task WritesTheSettingsThatItWasGiven()
    {
        (await RunAsync("--max-files", "5", "--reviewers", "olga,acme/oncall", "--production-environment", "live")).ShouldExitWith(0);

        Assert.Contains("\"MaxFiles\": 5", await File.ReadAllTextAsync(Path.Combine(_shop.Path, ".nuke", "parameters.json")), StringComparison.Ordinal);
        Assert.Contains(
            "| review | `olga`, `acme/oncall` |",
            await File.ReadAllTextAsync(Path.Combine(_shop.Path, "docs", "hotfix-process.md")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "    environment: live\n",
            await File.ReadAllTextAsync(Path.Combine(_shop.Path, ".github", "workflows", "release.yml")),
            StringComparison.Ordinal
        );
        Assert.Contains("has the hotfix path already", (await RunAsync()).ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithANukeBuildGivesItThePackageAndTheInterfaces()
    {
        _shop
            .Write(
                "build/_build.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <ItemGroup>\n    <PackageReference Include=\"Nuke.Common\" Version=\"10.1.0\" />\n  </ItemGroup>\n</Project>\n"
            )
            .Write("build/Build.cs", "using Nuke.Common;\n\nclass Build : NukeBuild\n{\n}\n")
            .Write("build.sh", "theirs\n");

        RunResult shown = await RunAsync();
        RunResult forced = await RunAsync("--force");
        RunResult again = await RunAsync();

        Assert.Contains("  +class Build : NukeBuild, IHotfix, IDrill, ILocalGitHub, IInit", shown.ShouldExitWith(75).Output, StringComparison.Ordinal);
        forced.ShouldExitWith(0);
        Assert.Contains(
            "<PackageReference Include=\"Hotfix.Components\" Version=",
            await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "_build.csproj")),
            StringComparison.Ordinal
        );
        Assert.Equal("theirs\n", await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build.sh")));
        Assert.Contains("has the hotfix path already", again.ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    // What Visual Studio writes on Windows.
    [Fact]
    public async Task KeepsTheLineEndsAndTheMarkOfWhatItAddsTo()
    {
        string source = Path.Combine(_shop.Path, "build", "Build.cs");
        _shop.Write(
            "build/_build.csproj",
            "<Project Sdk=\"Microsoft.NET.Sdk\">\r\n  <ItemGroup>\r\n    <PackageReference Include=\"Nuke.Common\" Version=\"10.1.0\" />\r\n  </ItemGroup>\r\n</Project>\r\n"
        );
        await File.WriteAllTextAsync(source, "using Nuke.Common;\r\n\r\nclass Build : NukeBuild\r\n{\r\n}\r\n", System.Text.Encoding.UTF8);

        (await RunAsync("--force")).ShouldExitWith(0);

        byte[] written = await File.ReadAllBytesAsync(source);
        string project = await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "_build.csproj"));
        Assert.Equal(System.Text.Encoding.UTF8.GetPreamble(), written[..3]);
        Assert.Contains("[HotfixBuild]\r\nclass Build", System.Text.Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n", System.Text.Encoding.UTF8.GetString(written) + project);
        Assert.Contains("has the hotfix path already", (await RunAsync()).ShouldExitWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RehearsedWritesNothing()
    {
        RunResult result = (await RunAsync("--dry-run")).ShouldExitWith(0);

        Assert.Contains("plan: write build.sh", result.Output, StringComparison.Ordinal);
        Assert.Equal("", Status());
    }

    // As far as root may, who is not stopped by rights: something else has the name that is needed.
    [Fact]
    public async Task ThatCannotBeWrittenChangesNothing()
    {
        _shop.Write("docs", "a file where a folder is needed\n");

        RunResult result = await RunAsync();

        result.ShouldExitWith(255);
        Assert.Contains("HF4253: 'docs/hotfix-process.md' cannot be written; nothing was changed.", result.Output, StringComparison.Ordinal);
        Assert.Equal("?? docs", Status().Trim());
        Assert.Equal([".git"], Directory.GetDirectories(_shop.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task ThatIsNoneIsRefused()
    {
        string plain = _folder.Combine("plain");
        Directory.CreateDirectory(plain);
        _shop.Write("src/a.txt", "a");

        RunResult missing = await RunIntoAsync(_folder.Combine("nowhere"));
        RunResult none = await RunIntoAsync(plain);
        RunResult below = await RunIntoAsync(Path.Combine(_shop.Path, "src"));
        RunResult unsaid = await StartAsync("Init");

        Assert.Contains("HF4251", missing.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4252", none.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("Name the root of that repository.", below.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Contains("HF4250", unsaid.ShouldExitWith(255).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(plain));
    }

    [Fact]
    public async Task TakesItsPackagesFromTheirOwnSourceAloneInOneVersion()
    {
        (await RunAsync("--package-source", "https://feed.example.com/index.json", "--package-version", "1.2.3")).ShouldExitWith(0);

        string sources = await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "nuget.config"));
        string properties = await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "Directory.Build.props"));
        Assert.Contains("<add key=\"hotfix\" value=\"https://feed.example.com/index.json\" />", sources, StringComparison.Ordinal);
        Assert.Contains("<packageSource key=\"hotfix\">\n      <package pattern=\"Hotfix.*\" />", sources, StringComparison.Ordinal);
        Assert.Contains("<packageSource key=\"nuget.org\">\n      <package pattern=\"*\" />", sources, StringComparison.Ordinal);
        Assert.Contains("<NuGetAudit>true</NuGetAudit>", properties, StringComparison.Ordinal);
        Assert.Contains("<RestoreLockedMode Condition=\"'$(CI)' == 'true'", properties, StringComparison.Ordinal);
        Assert.Contains(
            "Version=\"[$(HotfixVersion)]\"",
            await File.ReadAllTextAsync(Path.Combine(_shop.Path, "build", "_build.csproj")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task KeepsThePackagesThatItRefersTo()
    {
        string properties = Path.Combine(_shop.Path, "build", "Directory.Build.props");
        (await RunAsync("--package-source", "https://feed.example.com/index.json", "--package-version", "1.2.3")).ShouldExitWith(0);

        RunResult again = await RunAsync();
        RunResult newer = await RunAsync("--package-version", "1.3.0", "--force");

        Assert.Contains("has the hotfix path already", again.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("  -    <HotfixVersion>1.2.3</HotfixVersion>", newer.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("<HotfixVersion>1.3.0</HotfixVersion>", await File.ReadAllTextAsync(properties), StringComparison.Ordinal);
        Assert.Contains(">https://feed.example.com/index.json<", await File.ReadAllTextAsync(properties), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAFolderWithoutPackagesIsRefused() =>
        Assert.Contains("HF4255", (await RunAsync("--package-source", _folder.Path)).ShouldExitWith(255).Output, StringComparison.Ordinal);

    [Fact]
    public async Task MakesTheEnvironmentsOnce()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        string token = lab.NewToken("admin");

        RunResult first = await StartAsync(lab, token);
        RunResult second = await StartAsync(lab, token);

        Assert.Contains("done: make the environment hotfix-staging", first.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("done: make the environment production", first.Output, StringComparison.Ordinal);
        Assert.Contains("found: environment production", second.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("plan: make", second.Output, StringComparison.Ordinal);
    }

    private async Task<RunResult> StartAsync(HotfixLab lab, string token)
    {
        ProcessStartInfo start = lab.Command(["Init", "--into", lab.Clone.Path, "--create-environments"]);
        start.Environment["GITHUB_TOKEN"] = token;
        using TargetRun run = lab.Start(start);
        return await run.EndAsync();
    }

    private Task<RunResult> RunAsync(params string[] more) => RunIntoAsync(_shop.Path, more);

    private Task<RunResult> RunIntoAsync(string path, params string[] more) => StartAsync(["Init", "--into", path, .. more]);

    private async Task<RunResult> StartAsync(params string[] arguments)
    {
        string root = _folder.Combine("root");
        Directory.CreateDirectory(Path.Combine(root, ".nuke"));
        var start = new ProcessStartInfo("dotnet", [BuildProgram.Path, .. arguments, "--no-logo", "--root", root]) { WorkingDirectory = _folder.Path };
        CleanShell.Prepare(start.Environment, _folder.Combine("home"));
        using TargetRun run = TargetRun.Start(start);
        return await run.EndAsync();
    }

    private string Status() => _shop.Git(["status", "--short", "--untracked-files=all"]);
}
