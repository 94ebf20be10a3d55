using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Adopting;

/// <summary>
/// The commands of docs/adopting.md, "From the sources", as they stand there, in an empty folder: from <c>dotnet new</c> to a green drill, from the
/// packages alone.
/// </summary>
public sealed partial class AdoptionFromTheReadme : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly TempFolder _folder = new();

    // Each run has packages of its own: a restore takes what the cache has of a version.
    private readonly string _version = $"0.0.0-adoption.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

    public void Dispose()
    {
        _folder.Dispose();
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in Directory.EnumerateDirectories(cache, "hotfix.*").Select(id => Path.Combine(id, _version)).Where(Directory.Exists))
            Directory.Delete(package, recursive: true);

        string packed = RepositoryRoot.Combine("artifacts", "packages");
        foreach (string package in Directory.Exists(packed) ? Directory.GetFiles(packed, $"*.{_version}.nupkg") : [])
            File.Delete(package);
    }

    [AdoptionFact]
    public async Task EndsWithAGreenDrill()
    {
        string[] commands = Commands();
        Directory.CreateDirectory(_folder.Combine("clone"));

        Assert.Equal(5, commands.Length);
        foreach (string command in commands)
            await ShellAsync(command, _folder.Combine("clone"));

        ShouldCarryNotices();
        ShouldHaveTheToolForEachKindOfMachine();

        // And of the adopted repository itself, with its own tests, once it is committed.
        string shop = _folder.Combine("shop");
        await ShellAsync("dotnet new gitignore && dotnet new sln --name Shop && dotnet sln add src/Shop tests/Shop.Tests", shop);
        await ShellAsync(
            "git add --all && git -c user.name=Olga -c user.email=olga@example.com commit --quiet --message 'The shop, and its hotfix path'",
            shop
        );
        await ShellAsync("git status --porcelain | (! grep .)", shop);
        string here = await ShellAsync("./build.sh Drill --here", shop);
        Assert.Matches(@"Drill +Succeeded", here);
        string exceptional = await ShellAsync("./build.sh Drill --lane exceptional", shop);
        Assert.Matches(@"Drill +Succeeded", exceptional);
        string again = await ShellAsync("./build.sh Init --into .", shop);
        Assert.Contains("has the hotfix path already; nothing was changed", again, StringComparison.Ordinal);
    }

    // Whatever assembly of somebody else's is in a package is named in the notices that the package carries.
    private void ShouldCarryNotices()
    {
        string[] packages = Directory.GetFiles(RepositoryRoot.Combine("artifacts", "packages"), $"*.{_version}.nupkg");
        Assert.NotEmpty(packages);
        foreach (string package in packages)
        {
            using ZipArchive archive = ZipFile.OpenRead(package);
            ZipArchiveEntry? entry = archive.GetEntry("THIRD-PARTY-NOTICES.md");
            Assert.True(entry is not null, $"{Path.GetFileName(package)} has no notices");
            using var reader = new StreamReader(entry.Open());
            string notices = reader.ReadToEnd();
            Assert.All(
                archive.Entries.Where(file =>
                    file.Name.EndsWith(".dll", StringComparison.Ordinal) && !file.Name.StartsWith("Hotfix.", StringComparison.Ordinal)
                ),
                // A native library has one row, by the name that it has on Linux: libgit2-3f4182d, which is git2-3f4182d.dll on Windows.
                file =>
                    Assert.True(
                        new[] { file.Name, $"lib{Path.GetFileNameWithoutExtension(file.Name)}" }.Any(name =>
                            notices.Contains($"`{name}`", StringComparison.Ordinal)
                        ),
                        $"{Path.GetFileName(package)}: {file.Name}"
                    )
            );
        }
    }

    // Where the feeds serve the compiler that works ahead of time; else there is the one for any machine.
    private void ShouldHaveTheToolForEachKindOfMachine()
    {
        string[] machines = AheadOfTime.HasCompiler ? ["linux-x64.", "linux-arm64.", "osx-arm64.", "win-x64.", "any."] : [];
        Assert.All(machines.Append(""), machine =>
            Assert.True(File.Exists(RepositoryRoot.Combine("artifacts", "packages", $"Hotfix.Tool.{machine}{_version}.nupkg")), machine)
        );
    }

    private static string[] Commands()
    {
        string readme = File.ReadAllText(RepositoryRoot.Combine("docs", "adopting.md"));
        return
        [
            .. Block().Match(readme).Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" #")[0].Trim()),
        ];
    }

    private async Task<string> ShellAsync(string command, string directory)
    {
        // On that page one stands in a clone of this repository; here in a folder that stands for it.
        string text = command.StartsWith("./build.sh Pack", StringComparison.Ordinal)
            ? Ours(command["./build.sh".Length..] + $" --package-version {_version}")
            : command;
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", text]) { WorkingDirectory = directory };
        Clean(start.Environment);
        using TargetRun run = TargetRun.Start(start);
        RunResult result = await run.EndAsync(Longest);
        return result.ShouldExitWith(0).Output;
    }

    private static string Ours(string arguments) => $"'{RepositoryRoot.Combine("build.sh")}'{arguments} --root '{RepositoryRoot.Path}'";

    private static void Clean(IDictionary<string, string?> environment)
    {
        CleanShell.RemoveForeign(environment);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
    }

    [GeneratedRegex(@"## From the sources.*?```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
