using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Hotfix.Components.Testing;

/// <summary>The projects that a solution file names, in each of its three formats.</summary>
internal static partial class SolutionProjects
{
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Absolute paths; <c>null</c> for a file that is no solution, or one that cannot be read.</summary>
    public static HashSet<string>? Read(string path)
    {
        try
        {
            return Path.GetExtension(path) switch
            {
                ".sln" => Resolve(Path.GetDirectoryName(path)!, ProjectLine().Matches(File.ReadAllText(path)).Select(match => match.Groups["path"].Value)),
                ".slnx" => Resolve(
                    Path.GetDirectoryName(path)!,
                    XDocument.Load(path).Descendants("Project").Select(project => project.Attribute("Path")?.Value ?? "")
                ),
                ".slnf" => OfFilter(path),
                _ => null,
            };
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or XmlException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static HashSet<string> OfFilter(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path), ByHand);
        JsonElement solution = document.RootElement.GetProperty("solution");
        string folder = Path.GetDirectoryName(Path.GetFullPath(Slashes(solution.GetProperty("path").GetString()!), Path.GetDirectoryName(path)!))!;
        return Resolve(folder, solution.GetProperty("projects").EnumerateArray().Select(project => project.GetString()!));
    }

    // A solution folder has a line of a project's shape, too, with a name for its path.
    private static HashSet<string> Resolve(string folder, IEnumerable<string> paths) =>
        [.. paths.Where(path => path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)).Select(path => Path.GetFullPath(Slashes(path), folder))];

    private static string Slashes(string path) => path.Replace('\\', '/');

    [GeneratedRegex("""^Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"(?<path>[^"]+)",""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ProjectLine();
}
