using System.Text.RegularExpressions;

namespace Hotfix.Core.Adopting;

/// <summary>The text of the project of a NUKE build, with the package.</summary>
internal static partial class BuildProject
{
    /// <summary>Which build system the project refers to; <c>null</c> for none.</summary>
    public static BuildFamily? FamilyOf(string text) =>
        Reference().Match(text) is { Success: true } match ? BuildFamily.All.First(family => family.Prefix == match.Groups["prefix"].Value) : null;

    /// <summary>The version that it takes, as written; <c>null</c> where it is written elsewhere.</summary>
    public static string? VersionOf(string text) => Reference().Match(text).Groups["version"] is { Success: true } version ? version.Value : null;

    /// <summary>Whether that is older than what the package needs.</summary>
    public static bool IsTooOld(string? version) =>
        System.Version.TryParse(version?.Trim('[', ']').Split('-')[0], out Version? given) && given < new Version(BuildFamily.NukeVersion);

    /// <summary>The reference to the package, beside that to the build system; an older one than the package needs is raised, with the framework.</summary>
    public static string Extend(string text, BuildFamily family, string version)
    {
        if (family.Package is not { } package || text.Contains($"\"{package}\"", StringComparison.Ordinal))
            return text;

        Match reference = Reference().Match(text);
        string attribute = reference.Groups["version"].Success ? $" Version=\"[{version}]\"" : "";
        if (IsTooOld(VersionOf(text)))
        {
            text = AnyReference()
                .Replace(text, match =>
                    match.Value.Replace($"\"{match.Groups["version"].Value}\"", $"\"{BuildFamily.NukeVersion}\"", StringComparison.Ordinal)
                );
            text = Framework().Replace(text, "<TargetFramework>net10.0</TargetFramework>");
            reference = Reference().Match(text);
        }

        return text.Insert(reference.Index, $"{reference.Groups["indent"].Value}<PackageReference Include=\"{package}\"{attribute} />\n");
    }

    [GeneratedRegex(
        @"^(?<indent>[ \t]*)<PackageReference\s[^>]*Include=""(?<prefix>Nuke|Fallout)\.Common""(\s+Version=""(?<version>[^""]*)"")?[^>]*>",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();

    [GeneratedRegex(@"<PackageReference\s[^>]*Include=""Nuke\.(Common|Components)""\s+Version=""(?<version>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex AnyReference();

    [GeneratedRegex(@"<TargetFramework>net[5-9]\.0</TargetFramework>", RegexOptions.CultureInvariant)]
    private static partial Regex Framework();
}
