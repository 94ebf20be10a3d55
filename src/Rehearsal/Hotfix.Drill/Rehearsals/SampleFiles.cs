using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hotfix.Drill.Rehearsals;

/// <summary>The embedded files of the sample, with this repository's own package versions: those are in the cache already.</summary>
internal static partial class SampleFiles
{
    private const string Prefix = "Sample/";
    private static readonly Assembly Home = typeof(SampleFiles).Assembly;

    // What programs look for in a repository's root, wherever the shop lies.
    private static readonly string[] OfTheRoot = [".nuke/", ".github/", ".gitignore", "global.json"];

    /// <summary>Writes the files of one commit into a work tree, over those that are there.</summary>
    /// <param name="files">Folder of the embedded files.</param>
    /// <param name="workTree">Its root.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <param name="folder">Where the shop lies in it; empty for its root.</param>
    public static async Task WriteAsync(string files, string workTree, CancellationToken cancellationToken, string folder = "")
    {
        string prefix = $"{Prefix}{files}/";
        foreach (string name in Home.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            string file = name[prefix.Length..];
            string path = Path.Combine(workTree, OfTheRoot.Any(root => file.StartsWith(root, StringComparison.Ordinal)) ? "" : folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, VersionPattern().Replace(Read(name), Version), cancellationToken);
        }
    }

    private static string Version(Match match)
    {
        string package = match.Groups["package"].Value;
        return (string?)
            XDocument
                .Parse(Read("Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Single(element => (string?)element.Attribute("Include") == package)
                .Attribute("Version")
            ?? "";
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\[version of (?<package>[\w.]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
