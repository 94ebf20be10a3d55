using System.Text.RegularExpressions;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;
using Hotfix.Git.Reading;

namespace Hotfix.Git.Versions;

/// <summary>GitVersion's configuration as a commit has it.</summary>
/// <param name="FileName">One of the four names that GitVersion looks for in the root folder, in the team's own upper and lower case.</param>
/// <param name="Blob">The file's object name; empty without a file.</param>
/// <param name="Text">Its content; <c>null</c> without a file.</param>
internal sealed partial record VersionConfiguration(string FileName, string Blob, string? Text)
{
    /// <summary>Editors on Windows put it before the first key, which is then none that is known.</summary>
    private const char ByteOrderMark = '\uFEFF';

    // What concerns formats, and how a branch's own commits count. Everything else may look further back than a window reaches.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "assembly-versioning-scheme",
        "assembly-file-versioning-scheme",
        "assembly-versioning-format",
        "assembly-file-versioning-format",
        "assembly-informational-format",
        "commit-date-format",
        "next-version",
        "workflow",
        "branches",
        "increment",
        "label",
        "regex",
        "pre-release-weight",
        "source-branches",
        "is-source-branch-for",
        "is-main-branch",
        "is-release-branch",
        "tag-pre-release-weight",
        "major-version-bump-message",
        "minor-version-bump-message",
        "patch-version-bump-message",
        "no-bump-message",
        "commit-message-incrementing",
        "update-build-number",
    };

    /// <summary>Whether a window gives the same version as the whole history. In doubt it does not.</summary>
    public bool AllowsWindow => Text is null || Text.Split('\n').All(IsHarmless);

    /// <summary>What a tag begins with before its version, a regular expression; <c>null</c> where GitVersion's own counts.</summary>
    public string? TagPrefix => Text is not null && TagPrefixLine().Match(Text) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Whether release branches count for other branches' versions.</summary>
    public bool TracksReleaseBranches => Text is not null && TracksLine().IsMatch(Text);

    /// <summary>Whether GitVersion takes the branch for a release branch, or its configuration has a branch of such a name.</summary>
    public bool IsReleaseBranch(BranchName branch) => ReleaseName().IsMatch(branch.Value) || BaseBranch.IsKnown(branch, this);

    /// <summary>One process, or two when there is such a file.</summary>
    public static async Task<VersionConfiguration> ReadAsync(GitCommandLine git, CommitSha commit, CancellationToken cancellationToken)
    {
        // GitVersion takes the names in any case.
        string output = await git.ReadAsync(["ls-tree", "-z", "--full-tree", commit.Value], cancellationToken);
        (string Name, string Blob)[] files =
        [
            .. output
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', 2))
                .Where(line => line[0].Contains(" blob ", StringComparison.Ordinal))
                .Select(line => (Name: line[1], Blob: line[0].Split(' ')[2])),
        ];
        foreach (string name in GitVersionFile.Names)
        {
            if (files.FirstOrDefault(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is (var file, { } blob))
            {
                string? text = await Objects.ReadTextAsync(git, $"{commit}:{file}", cancellationToken);
                return new VersionConfiguration(file, blob, text?.TrimStart(ByteOrderMark));
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

    [GeneratedRegex(@"^\s*['""]?tracks-release-branches['""]?:\s*true\b", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TracksLine();

    [GeneratedRegex("^releases?[/-].", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReleaseName();

    [GeneratedRegex(
        @"^tag-prefix:[ \t]*(?<quote>['""]?)(?<value>.*?)\k<quote>[ \t]*(\s#.*)?\r?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex TagPrefixLine();

    [GeneratedRegex("^(?<indent> *)(- +)?['\"]?(?<name>[\\w-]+)['\"]?:(?<value>( .*)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
