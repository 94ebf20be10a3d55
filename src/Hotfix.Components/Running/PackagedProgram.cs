using System.Reflection;

namespace Hotfix.Components.Running;

/// <summary>A program of this software that came as a package of the same version as the components.</summary>
internal static class PackagedProgram
{
    /// <summary>The version that this assembly was packed with, <c>1.4.3-2</c>.</summary>
    public static string Version { get; } = typeof(PackagedProgram).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The one that came in a folder beside this program, as the installed tool has it; <c>null</c> without.</summary>
    public static string? Beside(string name) => Path.Combine(AppContext.BaseDirectory, "drill", $"{name}.dll") is var program && File.Exists(program) ? program : null;

    /// <summary>Its absolute path; <c>null</c> when that package was not restored.</summary>
    public static string? Find(string name)
    {
        string program = Path.Combine(Folder(name), "tools", "net10.0", $"{name}.dll");
        return File.Exists(program) ? program : null;
    }

    /// <summary>The package and where it was looked for.</summary>
    public static string Describe(string name) => $"{name} {Version} in {Folder(name)}";

    // NuGet spells the folders of its cache in lower case.
    private static string Folder(string name) => Path.Combine(Cache(), name.ToLowerInvariant(), Version.ToLowerInvariant());

    private static string Cache() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
