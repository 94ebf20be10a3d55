using System.Text.RegularExpressions;
using Hotfix.Core.Conventions;

namespace Hotfix.Core.Adopting;

/// <summary>What a repository was found to have, before anything is written.</summary>
internal sealed partial record AdoptionFindings
{
    /// <summary>Which package comes from which source, as one of <see cref="Shared"/>.</summary>
    public const string Mapping = "package source mapping";

    /// <summary>Every tracked path, and those that would be.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary><c>main</c>, <c>prime</c>; <c>null</c> when there is no commit yet.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>How its release tags are named, or why that is open.</summary>
    public ReleaseTags? Tags { get; init; }

    /// <summary>How its pull requests are titled; <c>null</c> when nothing tells.</summary>
    public TitlePattern? Title { get; init; }

    /// <summary>How its tests run, for people.</summary>
    public string Tests { get; init; } = "not found";

    /// <summary>The command that most likely runs its tests, where <c>dotnet test</c> would not; <c>null</c> when there is none, or more than one.</summary>
    public string? TestCommand { get; init; }

    /// <summary>What numbers its versions; <c>null</c> when nothing tells.</summary>
    public FoundVersioning? Versioning { get; init; }

    /// <summary>How it releases; <c>null</c> when no workflow does.</summary>
    public FoundRelease? Release { get; init; }

    /// <summary>How it deploys; <c>null</c> when nothing tells.</summary>
    public FoundDeployment? Deployment { get; init; }

    /// <summary>Names of the environments that its workflows deploy to.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>NUKE with its version, Fallout, Cake; <c>none</c>.</summary>
    public static string BuildTool(AdoptionFacts facts, IReadOnlyCollection<string> paths) =>
        Reference(facts, "Nuke\\.Common") is { } nuke ? $"NUKE {nuke}"
        : Reference(facts, "Fallout\\.Common") is { } fallout ? $"Fallout {fallout}"
        : Property(facts, "FalloutRootDirectory") is { } ofFallout ? $"Fallout ({ofFallout})"
        : Property(facts, "NukeRootDirectory") is { } ofNuke ? $"NUKE ({ofNuke})"
        : paths.FirstOrDefault(path => path.StartsWith(".fallout/", StringComparison.Ordinal)) is { } folder ? $"Fallout ({folder})"
        : paths.FirstOrDefault(IsCake) is { } cake ? $"Cake ({cake})"
        : Reference(facts, "Cake\\.Frosting") is { } frosting ? $"Cake.Frosting {frosting}"
        : "none";

    /// <summary>The SDK that <c>global.json</c> asks for; <c>null</c> when it asks for none.</summary>
    public static string? SdkPin(AdoptionFacts facts) =>
        facts.Text("global.json") is { } text && SdkVersion().Match(text) is { Success: true } match ? match.Groups["version"].Value : null;

    /// <summary>Whether the build project, which needs .NET 10, could be compiled beside that pin.</summary>
    public static bool AllowsProject(AdoptionFacts facts) =>
        SdkPin(facts) is not { } pin
        || facts.Text("global.json")!.Contains("\"latestMajor\"", StringComparison.Ordinal)
        || (int.TryParse(pin.Split('.')[0], out int major) && major >= 10);

    /// <summary>What of the repository's own settings reaches every project: <c>central package versions</c>.</summary>
    public static IEnumerable<string> Shared(AdoptionFacts facts)
    {
        if (facts.Find("Directory.Packages.props") is not null)
            yield return "central package versions";
        if (
            facts.Files.Any(file =>
                file.Key.StartsWith("Directory.Build.", StringComparison.OrdinalIgnoreCase)
                && file.Value.Contains("<TreatWarningsAsErrors>true", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return "warnings as errors";
        }

        if (facts.Find("nuget.config") is { } config && facts.Files[config].Contains("packageSourceMapping", StringComparison.OrdinalIgnoreCase))
            yield return Mapping;
    }

    // Deeper down, among samples and tests, it is no build.
    private static bool IsCake(string path) => path.EndsWith(".cake", StringComparison.OrdinalIgnoreCase) && path.Count(c => c == '/') <= 1;

    // A build that refers to its engine in another way, such as by a project.
    private static string? Property(AdoptionFacts facts, string name) =>
        facts
            .Files.Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal) && file.Value.Contains($"<{name}>", StringComparison.Ordinal))
            .Select(file => file.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private static string? Reference(AdoptionFacts facts, string package)
    {
        Match found = facts
            .Files.Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file =>
                Regex.Match(
                    file.Value,
                    $"<PackageReference\\s[^>]*Include=\"{package}\"(?:[^>]*Version=\"(?<version>[^\"]*)\")?",
                    RegexOptions.CultureInvariant
                )
            )
            .FirstOrDefault(match => match.Success)
            ?? Match.Empty;
        return found.Success
            ? found.Groups["version"].Value is { Length: > 0 } version
                ? version
                : "(version elsewhere)"
            : null;
    }

    [GeneratedRegex(@"""version""\s*:\s*""(?<version>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex SdkVersion();
}
