using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>
/// What our packages redistribute carries its notice. The drill's package is the one that holds a whole published program; the adoption's test opens all that
/// are packed.
/// </summary>
public sealed partial class ThirdPartyNotices
{
    private static readonly string Notices = File.ReadAllText(RepositoryRoot.Combine("THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void NameWhatTheDrillsProgramBringsInItsVersion()
    {
        string[] named = Named("Hotfix.Drill");

        Assert.Equal(Brought("Hotfix.Drill"), named);
        Assert.All(named, package => Assert.Contains($"\n## {package.Split(' ')[0]}\n", Notices, StringComparison.Ordinal));
    }

    /// <summary>The tool has everything in itself: the packages that a build would refer to, and GitVersion with all of its own.</summary>
    [Fact]
    public void NameWhatTheToolBringsInItsVersion() =>
        Assert.Equal([.. Brought("Hotfix.Tool").Concat(OfGitVersion()).Order(StringComparer.Ordinal)], Named("Hotfix.Tool"));

    private static string[] Brought(string project)
    {
        string file = Directory
            .EnumerateFiles(RepositoryRoot.Combine("src"), "packages.lock.json", SearchOption.AllDirectories)
            .Single(path => Path.GetFileName(Path.GetDirectoryName(path)) == project);
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                // an analyzer stays with the compiler
                .Where(package => !package.Name.EndsWith("Analyzers", StringComparison.Ordinal))
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}")
                .Order(StringComparer.Ordinal),
        ];
    }

    // As its own list of dependencies has them.
    private static IEnumerable<string> OfGitVersion()
    {
        string version = XDocument.Load(RepositoryRoot.Combine("Directory.Packages.props")).Descendants("GitVersionPackageVersion").Single().Value;
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(packages, "gitversion.msbuild", version, "tools", "net10.0", "gitversion.deps.json"))
        );
        return
        [
            .. document
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Select(library => library.Name.Replace('/', ' ').Replace("gitversion ", "GitVersion.MsBuild ", StringComparison.Ordinal)),
        ];
    }

    private static string[] Named(string package) =>
        [
            .. Row()
                .Matches(Notices)
                .Where(row => row.Groups["in"].Value == package)
                .Select(row => $"{row.Groups["package"].Value} {row.Groups["version"].Value}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void AreInEveryPackage() =>
        Assert.Contains(
            "THIRD-PARTY-NOTICES.md\" Pack=\"true\"",
            File.ReadAllText(RepositoryRoot.Combine("src", "Directory.Build.props")),
            StringComparison.Ordinal
        );

    [GeneratedRegex(@"^\| `(?<assembly>[\w.-]+)`[^|]* \| (?<package>[\w.-]+) \| (?<version>[\w.-]+) \| [^|]+ \| (?<in>[\w.]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
