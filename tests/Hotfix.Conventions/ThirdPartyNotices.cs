using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>What our packages redistribute carries its notice. The drill's package is the one that holds a whole published program; the adoption's test opens all that are packed.</summary>
public sealed partial class ThirdPartyNotices
{
    private static readonly string Notices = File.ReadAllText(RepositoryRoot.Combine("THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void NameWhatTheDrillsProgramBringsInItsVersion()
    {
        string file = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "packages.lock.json", SearchOption.AllDirectories)
            .Single(path => Path.GetFileName(Path.GetDirectoryName(path)) == "Hotfix.Drill");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        string[] brought =
        [
            .. document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                // an analyzer stays with the compiler
                .Where(package => !package.Name.EndsWith("Analyzers", StringComparison.Ordinal))
                .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}")
                .Order(StringComparer.Ordinal),
        ];

        string[] named = [.. Row().Matches(Notices).Select(row => $"{row.Groups["package"].Value} {row.Groups["version"].Value}").Order(StringComparer.Ordinal)];

        Assert.Equal(brought, named);
        Assert.All(Row().Matches(Notices), row => Assert.Contains($"\n## {row.Groups["package"].Value}\n", Notices, StringComparison.Ordinal));
    }

    [Fact]
    public void AreInEveryPackage() => Assert.Contains(
        "THIRD-PARTY-NOTICES.md\" Pack=\"true\"", File.ReadAllText(RepositoryRoot.Combine("src", "Directory.Build.props")), StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `(?<assembly>[\w.]+)` \| (?<package>[\w.-]+) \| (?<version>[\w.-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
