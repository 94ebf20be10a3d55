using Hotfix.Core.Adopting;
using Hotfix.Core.Refs;
using Hotfix.Git;

namespace Hotfix.Pipeline.Workflows;

/// <summary>Workflow files of a commit, as GitHub looks for them: in one folder, and not below it.</summary>
internal static class WorkflowFiles
{
    /// <summary>Where they lie.</summary>
    public const string Folder = ".github/workflows/";

    // Each costs a process of git.
    private const int Most = 50;

    /// <summary>Those among a commit's paths.</summary>
    public static IEnumerable<string> Among(IEnumerable<string> paths) =>
        paths.Where(path =>
            path.StartsWith(Folder, StringComparison.Ordinal)
            && !path[Folder.Length..].Contains('/', StringComparison.Ordinal)
            && Path.GetExtension(path) is ".yml" or ".yaml"
        );

    /// <summary>The texts of those that the team has made, not of ours.</summary>
    public static async Task<IEnumerable<string>> ReadTheirsAsync(
        GitReader git,
        CommitSha commit,
        IEnumerable<string> paths,
        CancellationToken cancellationToken
    ) => (await ReadAsync(git, commit, paths, cancellationToken)).Where(file => !AdoptedTool.IsOurs(file.Path, file.Text)).Select(file => file.Text);

    /// <summary>Their texts, of the first fifty.</summary>
    public static async Task<IReadOnlyList<(string Path, string Text)>> ReadAsync(
        GitReader git,
        CommitSha commit,
        IEnumerable<string> paths,
        CancellationToken cancellationToken
    )
    {
        var files = new List<(string, string)>();
        foreach (string path in Among(paths).Take(Most))
            files.Add((path, await git.ReadFileAsync(commit, path, cancellationToken) ?? ""));

        return files;
    }
}
