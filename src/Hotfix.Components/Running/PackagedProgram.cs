using System.Reflection;
using Hotfix.Git.Versions;

namespace Hotfix.Components.Running;

/// <summary>A program of this software that came as a package of the same version as the components.</summary>
internal static class PackagedProgram
{
    /// <summary>The version that this assembly was packed with, <c>1.4.3-2</c>.</summary>
    public static string Version { get; } =
        typeof(PackagedProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The one that came in a folder beside this program, as the installed tool has it; <c>null</c> without.</summary>
    public static string? Beside(string name) =>
        Path.Combine(AppContext.BaseDirectory, "drill", $"{name}.dll") is var program && File.Exists(program) ? program : null;

    /// <summary>Its absolute path; <c>null</c> when that package was not restored.</summary>
    public static string? Find(string name) => PackageCache.Find([.. Folder(name), "tools", "net10.0", $"{name}.dll"]);

    /// <summary>The package and where it was looked for.</summary>
    public static string Describe(string name) => $"{name} {Version} in {Path.Combine([PackageCache.Folder, .. Folder(name)])}";

    // NuGet spells the folders of its cache in lower case.
    private static string[] Folder(string name) => [name.ToLowerInvariant(), Version.ToLowerInvariant()];
}
