namespace Hotfix.Core.Conventions;

/// <summary>Which tool numbers a repository's releases from its history: its next number is made without asking anybody.</summary>
internal static class ReleaseNumbering
{
    /// <summary>By its own name.</summary>
    public const string ReleasePlease = "release-please";

    /// <summary>By its own name.</summary>
    public const string SemanticRelease = "semantic-release";

    /// <summary>The tool's name; <c>null</c> when nothing tells of one.</summary>
    /// <param name="files">Every path of the base's tip.</param>
    /// <param name="workflows">The texts of its workflow files.</param>
    public static string? Find(IEnumerable<string> files, IEnumerable<string> workflows) =>
        files.Select(OfFile).FirstOrDefault(tool => tool is not null) ?? workflows.Select(OfWorkflow).FirstOrDefault(tool => tool is not null);

    /// <summary>The tool that a workflow runs; <c>null</c> for none that is known.</summary>
    public static string? OfWorkflow(string text) =>
        text.Contains("release-please-action", StringComparison.Ordinal) || text.Contains("npx release-please", StringComparison.Ordinal) ? ReleasePlease
        : text.Contains(SemanticRelease, StringComparison.Ordinal) && !text.Contains("semantic-release-pull-request", StringComparison.Ordinal)
            ? SemanticRelease
        : null;

    private static string? OfFile(string path) =>
        path switch
        {
            ".release-please-manifest.json" or "release-please-config.json" or ".github/release-please.yml" => ReleasePlease,
            ".releaserc" => SemanticRelease,
            _ when path.StartsWith(".releaserc.", StringComparison.Ordinal) || path.StartsWith("release.config.", StringComparison.Ordinal) => SemanticRelease,
            _ => null,
        };
}
