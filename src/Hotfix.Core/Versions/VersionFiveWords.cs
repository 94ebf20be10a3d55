using System.Text.RegularExpressions;

namespace Hotfix.Core.Versions;

/// <summary>Words of GitVersion's configuration up to version 5, which version 6 passes over in silence: what they said counts no more.</summary>
internal static partial class VersionFiveWords
{
    private static readonly Dictionary<string, string> Now = new(StringComparer.Ordinal)
    {
        ["tag"] = "label",
        ["tag-number-pattern"] = "label-number-pattern",
        ["is-mainline"] = "is-main-branch",
        ["prevent-increment-of-merged-branch-version"] = "prevent-increment: of-merged-branch",
        ["continuous-delivery-fallback-tag"] = "label",
        ["legacy-semver-padding"] = "",
        ["build-metadata-padding"] = "",
        ["commits-since-version-source-padding"] = "",
    };

    /// <summary>Those in a configuration, each as it is called now: <c>tag (now label)</c>; by name.</summary>
    public static IReadOnlyList<string> In(string configuration) =>
        [
            .. Key()
                .Matches(configuration)
                .Select(match => match.Groups["name"].Value)
                .Where(Now.ContainsKey)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => Now[name].Length > 0 ? $"{name} (now {Now[name]})" : $"{name} (gone)"),
        ];

    /// <summary>Whether a file of a root folder is GitVersion's configuration.</summary>
    public static bool IsConfiguration(string path) => File().IsMatch(path);

    [GeneratedRegex(@"^[ \t]*(?:- +)?['""]?(?<name>[a-z-]+)['""]?:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\.?gitversion\.ya?ml$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex File();
}
