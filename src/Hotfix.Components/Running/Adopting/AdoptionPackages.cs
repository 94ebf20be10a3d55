using System.Security;
using Hotfix.Core.Versions;

namespace Hotfix.Components.Running.Adopting;

/// <summary>Which packages the new build refers to, and where a restore finds them.</summary>
/// <param name="Version">Of all of them.</param>
/// <param name="Source">Folder or feed; empty for the feeds that are set up.</param>
internal sealed record AdoptionPackages(string Version, string Source)
{
    private const string Name = "Hotfix.Components.Embedded.";

    /// <summary>For an XML file.</summary>
    public string Escaped => SecurityElement.Escape(Source);

    /// <summary>Finds them: a folder's newest; without a folder, the version that these very components have.</summary>
    /// <param name="build">For its parameters and its <c>artifacts/packages</c>.</param>
    /// <param name="root">The repository that gets the path; a folder is written relative to its <c>build</c>.</param>
    /// <exception cref="Core.Errors.HotfixException">HF4255 when the folder has none.</exception>
    public static AdoptionPackages Find(IInit build, string root)
    {
        string packed = Path.Combine(build.RootDirectory, "artifacts", "packages");
        string? source = build.PackageSource ?? (Newest(packed) is null ? null : packed);
        if (source is null || Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && !address.IsFile)
            return new AdoptionPackages(build.PackageVersion ?? PackagedProgram.Version, source ?? "");

        string folder = Path.GetFullPath(source, Environment.CurrentDirectory);
        string version = build.PackageVersion ?? Newest(folder)?.ToString() ?? throw AdoptionErrors.NoPackages(folder);
        string relative = Path.GetRelativePath(Path.Combine(root, "build"), folder).Replace('\\', '/');
        return new AdoptionPackages(version, Path.IsPathRooted(relative) ? relative : $"$(MSBuildThisFileDirectory){relative}");
    }

    private static SemanticVersion? Newest(string folder) => !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, $"{Name}*.nupkg")
        .Select(file => SemanticVersion.TryParse(Path.GetFileNameWithoutExtension(file)[Name.Length..])).Max();
}
