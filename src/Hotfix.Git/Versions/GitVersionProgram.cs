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
        string version = typeof(GitVersionProgram).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "GitVersionPackageVersion").Value!;
        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, "gitversion", FileName),
            Path.Combine(PackagesFolder(), "gitversion.tool", version, "tools", "net10.0", "any", FileName),
            Path.Combine(PackagesFolder(), "gitversion.msbuild", version, "tools", "net10.0", FileName),
        ];
        return places.FirstOrDefault(File.Exists) is { } dll
            ? new GitVersionProgram(FindHost(), dll, version)
            : throw new HotfixException(
                "HF2201",
                what: $"GitVersion {version} is not on this machine; nothing was changed.",
                why: $"There is no '{string.Join("' and no '", places)}'.",
                next: "Run 'dotnet restore': it fetches the package GitVersion.MsBuild, whose program this is.");
    }

    private static string PackagesFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

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
