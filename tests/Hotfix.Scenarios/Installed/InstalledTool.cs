using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Installed;

/// <summary><c>Hotfix.Tool</c>, packed into a folder and installed from there by <c>dotnet tool install</c>, once for all scenarios.</summary>
internal static class InstalledTool
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The command, as a shell would find it.</summary>
    public static Task<string> PathAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();

        // A version of its own: the package cache keeps what it has of one.
        string version = $"0.0.0-scenario.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
        string feed = folder.Combine("feed");
        Directory.CreateDirectory(feed);
        await DotNetAsync(
            [
                "pack",
                RepositoryRoot.Combine("src", "Hotfix.Tool"),
                "--no-build",
                "--configuration",
                "Debug",
                "--output",
                feed,
                $"-p:PackageVersion={version}",
                "-p:PackageReadmeFile=",
                "--disable-build-servers",
            ],
            folder.Path
        );

        // No feed but the folder is asked.
        await File.WriteAllTextAsync(
            folder.Combine("nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"feed\" value=\"{feed}\" /></packageSources></configuration>"
        );
        await DotNetAsync(
            [
                "tool",
                "install",
                "--tool-path",
                folder.Combine("tool"),
                "--add-source",
                feed,
                "--configfile",
                folder.Combine("nuget.config"),
                "--version",
                version,
                "Hotfix.Tool",
            ],
            folder.Path
        );
        return folder.Combine("tool", OperatingSystem.IsWindows() ? "hotfix.exe" : "hotfix");
    }

    private static async Task DotNetAsync(string[] arguments, string directory)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory };
        foreach (
            string name in start
                .Environment.Keys.Where(name =>
                    name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
                )
                .ToArray()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NUGET_PACKAGES"] = Path.Combine(directory, "packages");
        if (arguments[0] == "pack")
            start.Environment.Remove("NUGET_PACKAGES");

        using TargetRun run = TargetRun.Start(start);
        (await run.EndAsync(Longest)).ShouldExitWith(0);
    }
}
