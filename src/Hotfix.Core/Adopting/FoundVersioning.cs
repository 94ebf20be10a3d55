using System.Text.RegularExpressions;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Adopting;

/// <summary>What numbers the versions of a repository.</summary>
/// <param name="Name">For people: <c>MinVer (Directory.Build.props)</c>.</param>
/// <param name="Command">What prints a commit's version; <c>null</c> where GitVersion does.</param>
internal sealed partial record FoundVersioning(string Name, string? Command)
{
    /// <summary>Where Nerdbank.GitVersioning has its settings.</summary>
    public const string NerdbankFile = "version.json";

    /// <summary><c>null</c> when nothing tells.</summary>
    /// <param name="facts">The repository's files.</param>
    /// <param name="paths">All of its files, by path.</param>
    public static FoundVersioning? In(AdoptionFacts facts, IEnumerable<string> paths)
    {
        if (facts.Text(NerdbankFile) is { } settings && Nerdbank().IsMatch(settings))
            return OfNerdbank(NerdbankFile);

        foreach ((string file, string text) in facts.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (IsOfMSBuild(file) && Package().Match(text) is { Success: true } found)
                return found.Groups["name"].Value == "MinVer" ? new FoundVersioning($"MinVer ({file})", "minver") : OfNerdbank(file);
        }

        return paths.FirstOrDefault(path => GitVersionFile.Names.Contains(path, StringComparer.OrdinalIgnoreCase)) is { } own
            ? new FoundVersioning($"GitVersion ({own})", Command: null)
            : null;
    }

    private static FoundVersioning OfNerdbank(string file) => new($"Nerdbank.GitVersioning ({file})", "nbgv get-version -v SimpleVersion");

    private static bool IsOfMSBuild(string path) => Path.GetExtension(path) is ".csproj" or ".props" or ".targets";

    // The schema's address, or the settings that nothing else has.
    [GeneratedRegex("nerdbank|publicReleaseRefSpec|versionHeightOffset|nuGetPackageVersion", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nerdbank();

    [GeneratedRegex(@"<(?:Global)?Package(?:Reference|Version)\s[^>]*Include=""(?<name>MinVer|Nerdbank\.GitVersioning)""", RegexOptions.CultureInvariant)]
    private static partial Regex Package();
}
