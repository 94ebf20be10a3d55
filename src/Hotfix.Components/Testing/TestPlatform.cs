using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components.Testing;

/// <summary>
/// Microsoft.Testing.Platform, which a global.json chooses in place of VSTest: other arguments, no TRX without an extension, and counts in what it prints.
/// </summary>
internal static partial class TestPlatform
{
    private static readonly JsonDocumentOptions ByHand = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether the nearest global.json at or above the folder says so; the SDK reads no other.</summary>
    public static bool IsChosen(string directory)
    {
        for (DirectoryInfo? folder = new(directory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "global.json");
            if (File.Exists(file))
                return Says(file);
        }

        return false;
    }

    /// <summary>The sum of the summaries that it printed; <c>null</c> when there is none.</summary>
    public static TestRun? Counts(IReadOnlyList<string> lines)
    {
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        bool isSummary = false;
        foreach (string line in lines)
        {
            isSummary |= line.StartsWith("Test run summary:", StringComparison.Ordinal);
            if (isSummary && Count().Match(line) is { Success: true } match)
            {
                sums[match.Groups["what"].Value] =
                    sums.GetValueOrDefault(match.Groups["what"].Value) + int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            }
        }

        return sums.ContainsKey("total")
            ? new TestRun(sums.GetValueOrDefault("succeeded"), sums.GetValueOrDefault("failed"), sums.GetValueOrDefault("skipped"), TimeSpan.Zero)
            : null;
    }

    private static bool Says(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), ByHand);
            return document.RootElement.TryGetProperty("test", out JsonElement test)
                && test.TryGetProperty("runner", out JsonElement runner)
                && runner.ValueEquals("Microsoft.Testing.Platform");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\s*(?<what>total|failed|succeeded|skipped): (?<count>\d+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
