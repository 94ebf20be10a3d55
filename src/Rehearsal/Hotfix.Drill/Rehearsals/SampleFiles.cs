using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hotfix.Drill.Rehearsals;

/// <summary>The embedded files of the sample, with this repository's own package versions: those are in the cache already.</summary>
internal static partial class SampleFiles
{
    private const string Prefix = "Sample/";
    private static readonly Assembly Home = typeof(SampleFiles).Assembly;

    /// <summary>Writes the files of one commit into a work tree, over those that are there.</summary>
    public static async Task WriteAsync(string files, string workTree, CancellationToken cancellationToken)
    {
        string prefix = $"{Prefix}{files}/";
        foreach (string name in Home.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            string path = Path.Combine(workTree, name[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, VersionPattern().Replace(Read(name), Version), cancellationToken);
        }
    }

    private static string Version(Match match)
    {
        string package = match.Groups["package"].Value;
        return (string?)XDocument.Parse(Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => (string?)element.Attribute("Include") == package)
            .Attribute("Version") ?? "";
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\[version of (?<package>[\w.]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
