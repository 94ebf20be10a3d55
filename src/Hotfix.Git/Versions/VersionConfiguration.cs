using System.Text.RegularExpressions;
using Hotfix.Core.Refs;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Versions;

/// <summary>GitVersion's configuration as a commit has it.</summary>
/// <param name="FileName">One of the four names that GitVersion looks for, in the root folder.</param>
/// <param name="Blob">The file's object name; empty without a file.</param>
/// <param name="Text">Its content; <c>null</c> without a file.</param>
internal sealed partial record VersionConfiguration(string FileName, string Blob, string? Text)
{
    private static readonly string[] FileNames = ["GitVersion.yml", "GitVersion.yaml", ".GitVersion.yml", ".GitVersion.yaml"];

    // What concerns formats, and how a branch's own commits count. Everything else may look further back than a window reaches.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "assembly-versioning-scheme", "assembly-file-versioning-scheme", "assembly-versioning-format", "assembly-file-versioning-format",
        "assembly-informational-format", "commit-date-format", "next-version", "workflow", "branches", "increment", "label", "regex",
        "pre-release-weight", "source-branches", "is-source-branch-for", "is-main-branch", "is-release-branch", "tag-pre-release-weight",
        "major-version-bump-message", "minor-version-bump-message", "patch-version-bump-message", "no-bump-message",
        "commit-message-incrementing", "update-build-number",
    };

    /// <summary>Whether a window gives the same version as the whole history. In doubt it does not.</summary>
    public bool AllowsWindow => Text is null || Text.Split('\n').All(IsHarmless);

    /// <summary>One process, or two when there is such a file.</summary>
    public static async Task<VersionConfiguration> ReadAsync(GitCommandLine git, CommitSha commit, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> found = await Objects.ResolveAsync(
            git, FileNames.Select(name => $"{commit}:{name}"), cancellationToken);
        foreach (string name in FileNames)
        {
            if (found.TryGetValue($"{commit}:{name}", out string? blob))
            {
                return new VersionConfiguration(name, blob, await Objects.ReadTextAsync(git, $"{commit}:{name}", cancellationToken));
            }
        }

        return new VersionConfiguration("", "", Text: null);
    }

    private static bool IsHarmless(string line)
    {
        string text = line.Split('#')[0].TrimEnd();
        Match key = Key().Match(text);
        return text.Length == 0
            || (!text.Contains('{', StringComparison.Ordinal) && text.TrimStart().StartsWith("- ", StringComparison.Ordinal) && !key.Success)
            || (key.Success && IsHarmless(key.Groups["indent"].Length, key.Groups["name"].Value, key.Groups["value"].Value.Trim()));
    }

    private static bool IsHarmless(int indent, string name, string value) =>
        (Harmless.Contains(name) && !(name == "workflow" && value.Contains("Trunk", StringComparison.OrdinalIgnoreCase)) && !value.StartsWith('{'))
        || (indent > 0 && value.Length == 0);

    [GeneratedRegex("^(?<indent> *)(- +)?['\"]?(?<name>[\\w-]+)['\"]?:(?<value>( .*)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
