using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>Reads the output of <c>gitversion /output json</c>.</summary>
internal static partial class GitVersionOutput
{
    private const int MostWords = 4;

    /// <summary>What it says of its failure: the lines behind its last error, without the stack trace; where it names none, the last lines.</summary>
    public static IReadOnlyList<string> Words(string output)
    {
        string[] all = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] lines = [.. all.Where(line => !line.StartsWith("at ", StringComparison.Ordinal))];
        int error = Array.FindLastIndex(lines, line => Trouble().IsMatch(line));
        IEnumerable<string> said = error < 0 ? [] : lines[error..].TakeWhile((line, at) => at == 0 || !Logged().IsMatch(line));
        string[] words = [.. said.Select(line => Logged().Replace(line, "")).Take(MostWords)];
        return words.Length > 0 ? words : lines[^Math.Min(MostWords, lines.Length)..];
    }

    /// <summary><c>null</c> when it is not such a document.</summary>
    public static GitVersionVariables? Parse(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GitVersionVariables? Read(JsonElement json) =>
        SemanticVersion.TryParse(Text(json, "MajorMinorPatch")) is { } version && Text(json, "SemVer") is { Length: > 0 } semVer
            ? new GitVersionVariables(
                version,
                semVer,
                Text(json, "FullSemVer"),
                Text(json, "InformationalVersion"),
                Text(json, "PreReleaseTag"),
                Number(json, "WeightedPreReleaseNumber"),
                Text(json, "AssemblySemVer"),
                Text(json, "AssemblySemFileVer"),
                Text(json, "BranchName"),
                Text(json, "Sha"),
                Text(json, "VersionSourceSha"),
                Number(json, "VersionSourceDistance") ?? Number(json, "CommitsSinceVersionSource"),
                Text(json, "CommitDate")
            )
            : null;

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";

    // A number in the output of some versions of GitVersion is a text in that of others.
    private static int? Number(JsonElement json, string name) =>
        int.TryParse(Text(json, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    [GeneratedRegex(@"^(ERROR|WARN) \[", RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"^[A-Z]+ \[[^\]]*\] ?", RegexOptions.CultureInvariant)]
    private static partial Regex Logged();
}
