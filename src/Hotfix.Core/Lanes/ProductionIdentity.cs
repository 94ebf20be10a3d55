using System.Text.Json;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Lanes;

/// <summary>What a variable or a health address says that runs: a commit, a version, or both.</summary>
/// <param name="Sha">7 to 64 lower-case hex digits, the beginning of a commit's name; empty when none was said.</param>
/// <param name="Version">The version; <c>null</c> when none was said.</param>
internal sealed record ProductionIdentity(string Sha, SemanticVersion? Version)
{
    private const int ShortestSha = 7;
    private const int LongestPlainText = 200;
    private static readonly string[] ShaNames = ["sha", "commit", "commitsha", "commitid", "gitcommit", "gitsha", "revision", "headsha"];
    private static readonly string[] VersionNames = ["version", "tag", "release", "informationalversion", "gitversion"];

    /// <summary>Nothing was understood.</summary>
    public static ProductionIdentity None { get; } = new("", null);

    /// <summary>Whether anything was understood.</summary>
    public bool IsKnown => Sha.Length > 0 || Version is not null;

    /// <summary>
    /// Reads <c>v1.4.2</c>, <c>1.4.2+1f3e5d7</c> (as .NET's informational version), a sha, or a JSON object that has one of them under a usual name.
    /// Anything else, such as a page, is <see cref="None"/>.
    /// </summary>
    public static ProductionIdentity Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith('{'))
            return FromJson(trimmed);

        return trimmed.Length is 0 or > LongestPlainText ? None : FromWord(trimmed.Trim('"'));
    }

    /// <summary>
    /// The commit by the tags: the one that carries the version, or the one whose name begins so. <c>null</c> when the tags do not tell, or when sha
    /// and version name two commits.
    /// </summary>
    public CommitSha? CommitIn(IReadOnlyList<RemoteTag> tags)
    {
        CommitSha? bySha = CommitSha.TryParse(Sha, out CommitSha whole)
            ? whole
            : OnlyOne(tags.Where(tag => Sha.Length > 0 && tag.Commit.Value.StartsWith(Sha, StringComparison.Ordinal)));
        CommitSha? byVersion = Version is null ? null : OnlyOne(tags.Where(tag => tag.Release?.Version == Version));
        if (bySha is not null && byVersion is not null)
            return bySha == byVersion ? bySha : null;

        return Sha.Length > 0 && bySha is null && byVersion?.Value.StartsWith(Sha, StringComparison.Ordinal) == false ? null : bySha ?? byVersion;
    }

    /// <summary>
    /// Whether this is the answer of a system that runs that commit, released as that version: what is said of either fits, and at least one is said.
    /// </summary>
    public bool Fits(CommitSha commit, SemanticVersion version) =>
        IsKnown && commit.Value.StartsWith(Sha, StringComparison.Ordinal) && (Version is null || Version == version);

    private static CommitSha? OnlyOne(IEnumerable<RemoteTag> tags) => tags.Select(tag => tag.Commit).Distinct().ToArray() is [var only] ? only : null;

    private static ProductionIdentity FromWord(string word)
    {
        string[] parts = word.Split('+', 2);
        SemanticVersion? version = ReleaseTag.TryParse(parts[0])?.Version;
        string sha =
            version is null ? word
            : parts is [_, var metadata] ? metadata.Split('.')[^1]
            : "";
        return new ProductionIdentity(IsSha(sha) ? sha.ToLowerInvariant() : "", version);
    }

    private static bool IsSha(string text) => text.Length is >= ShortestSha and <= 64 && text.All(char.IsAsciiHexDigit);

    private static ProductionIdentity FromJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            ProductionIdentity sha = FromField(document.RootElement, ShaNames);
            ProductionIdentity version = FromField(document.RootElement, VersionNames);
            return new ProductionIdentity(sha.Sha.Length > 0 ? sha.Sha : version.Sha, version.Version ?? sha.Version);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static ProductionIdentity FromField(JsonElement answer, string[] names) =>
        answer
            .EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.String && names.Contains(Plain(field.Name)))
            .Select(field => FromWord(field.Value.GetString()!.Trim()))
            .FirstOrDefault(identity => identity.IsKnown)
        ?? None;

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
