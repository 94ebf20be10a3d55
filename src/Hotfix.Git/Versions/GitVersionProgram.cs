using System.Reflection;
using Hotfix.Core.Errors;

namespace Hotfix.Git.Versions;

/// <summary>Where GitVersion is: beside this program in a folder <c>gitversion</c>, else among the restored packages.</summary>
/// <param name="Host">The <c>dotnet</c> that runs it.</param>
/// <param name="Dll">Its absolute path.</param>
/// <param name="Version">The package's version.</param>
internal sealed record GitVersionProgram(string Host, string Dll, string Version)
{
    private const string FileName = "gitversion.dll";

    /// <exception cref="HotfixException">HF2201 when it is in neither place.</exception>
    public static GitVersionProgram Locate()
    {
        string version = typeof(GitVersionProgram)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "GitVersionPackageVersion")
            .Value!;
        string beside = Path.Combine(AppContext.BaseDirectory, "gitversion", FileName);
        string[][] packages =
        [
            ["gitversion.tool", version, "tools", "net10.0", "any", FileName],
            ["gitversion.msbuild", version, "tools", "net10.0", FileName],
        ];
        string? dll = File.Exists(beside) ? beside : packages.Select(package => PackageCache.Find(package)).FirstOrDefault(found => found is not null);
        return dll is not null
            ? new GitVersionProgram(FindHost(), dll, version)
            : throw new HotfixException(
                "HF2201",
                what: $"GitVersion {version} is not on this machine; nothing was changed.",
                why: $"There is no '{string.Join("' and no '", packages.Select(package => Path.Combine([PackageCache.Folder, .. package])).Prepend(beside))}'.",
                next: "Run 'dotnet restore': it fetches the package GitVersion.MsBuild, whose program this is."
            );
    }

    private static string FindHost()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string? running = Environment.ProcessPath;
        string installed = Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "", name);
        return string.Equals(Path.GetFileName(running), name, StringComparison.OrdinalIgnoreCase) ? running!
            : Path.IsPathRooted(installed) && File.Exists(installed) ? installed
            : name;
    }
}
