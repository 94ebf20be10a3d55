using System.Security;
using System.Text.RegularExpressions;
using Hotfix.Core.Versions;
using Hotfix.Pipeline.Adopting;

namespace Hotfix.Components.Running.Adopting;

/// <summary>Which packages the new build refers to, and where a restore finds them.</summary>
/// <param name="Version">Of all of them.</param>
/// <param name="Source">Folder or feed, as XML text; empty for the feeds that are set up.</param>
internal sealed partial record AdoptionPackages(string Version, string Source)
{
    private const string Folder = "$(MSBuildThisFileDirectory)";

    /// <summary>Names of the sources that everything else comes from.</summary>
    public IReadOnlyList<string> Others { get; init; } = ["nuget.org"];

    /// <summary>
    /// Which package comes from which source, as <c>build/nuget.config</c> says it; <c>null</c> without a source of our own, where there is
    /// nothing to tell apart.
    /// </summary>
    /// <param name="template">With places for the source and the others.</param>
    public string? Mapping(string template) =>
        Source.Length == 0
            ? null
            : template
                .Replace("@source@", Source.StartsWith(Folder, StringComparison.Ordinal) ? Source[Folder.Length..] : Source, StringComparison.Ordinal)
                .Replace("@others@", string.Concat(Others.Select(ForEverythingElse)), StringComparison.Ordinal);

    /// <summary>
    /// For a repository whose own mapping knows nothing of ours, where they come from the feeds that are set up: those serve the build project
    /// everything.
    /// </summary>
    public string OpenMapping() =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- The repository maps its packages to sources; what this build needs comes from all that are set up. Hotfix.* comes from them, too. pattern=\"Hotfix.*\" -->\n"
        + $"<configuration>\n  <packageSourceMapping>\n    <clear />\n{string.Concat(Others.Select(ForEverythingElse))}  </packageSourceMapping>\n</configuration>\n";

    private static string ForEverythingElse(string name) =>
        $"    <packageSource key=\"{SecurityElement.Escape(name)}\">\n      <package pattern=\"*\" />\n    </packageSource>\n";

    private const string Name = "Hotfix.Components.Embedded.";

    /// <summary>
    /// Finds them: what the repository refers to already; else a folder's newest; without a folder, the version that these very components have.
    /// </summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="folder">The folder of the build that gets them, absolute; a source that is a folder is written relative to it.</param>
    /// <param name="present">The properties of its build; <c>null</c> when it has none.</param>
    /// <exception cref="Core.Errors.HotfixException">HF4255 when the folder has none.</exception>
    public static AdoptionPackages Find(InitRequest asked, string folder, string? present)
    {
        if (asked.PackageSource is null && present is not null && VersionOf().Match(present) is { Success: true } version)
            return new AdoptionPackages(asked.PackageVersion ?? version.Groups[1].Value, SourceOf().Match(present).Groups[1].Value);

        return Find(asked, folder);
    }

    private static AdoptionPackages Find(InitRequest asked, string buildFolder)
    {
        string? source = asked.PackageSource ?? (Newest(asked.Packed) is null ? null : asked.Packed);
        if (source is null || Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && !address.IsFile)
            return new AdoptionPackages(asked.PackageVersion ?? PackagedProgram.Version, SecurityElement.Escape(source ?? ""));

        string folder = Path.GetFullPath(source, Environment.CurrentDirectory);
        string version = asked.PackageVersion ?? Newest(folder)?.ToString() ?? throw AdoptionErrors.NoPackages(folder);
        string relative = Path.GetRelativePath(buildFolder, folder).Replace('\\', '/');
        return new AdoptionPackages(version, SecurityElement.Escape(Path.IsPathRooted(relative) ? relative : Folder + relative));
    }

    /// <summary>Which tool a workflow installs, and from where: a feed, or a folder of the repository itself. No other folder is there.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="root">The repository.</param>
    /// <param name="present">The script that installs it, where an earlier run wrote one: its source is kept.</param>
    public static AdoptionPackages OfTool(InitRequest asked, string root, string? present)
    {
        string version = asked.PackageVersion ?? PackagedProgram.Version;
        if (asked.PackageSource is not { } source)
            return new AdoptionPackages(version, present is not null && SourceOfTool().Match(present) is { Success: true } kept ? kept.Groups[1].Value : "");

        if (Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && !address.IsFile)
            return new AdoptionPackages(version, $"'{source.Replace("'", "", StringComparison.Ordinal)}'");

        string relative = Path.GetRelativePath(root, Path.GetFullPath(source, Environment.CurrentDirectory)).Replace('\\', '/');
        return new AdoptionPackages(
            version,
            relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? "" : $"\"$GITHUB_WORKSPACE/{relative}\""
        );
    }

    private static SemanticVersion? Newest(string folder) =>
        !Directory.Exists(folder)
            ? null
            : Directory
                .EnumerateFiles(folder, $"{Name}*.nupkg")
                .Select(file => SemanticVersion.TryParse(Path.GetFileNameWithoutExtension(file)[Name.Length..]))
                .Max();

    [GeneratedRegex("<HotfixVersion>([^<]*)</HotfixVersion>")]
    private static partial Regex VersionOf();

    [GeneratedRegex("^source=(.*)$", RegexOptions.Multiline)]
    private static partial Regex SourceOfTool();

    [GeneratedRegex("<HotfixPackageSource[^>]*>([^<]*)</HotfixPackageSource>")]
    private static partial Regex SourceOf();
}
