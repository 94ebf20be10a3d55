namespace Hotfix.Core.Conventions;

/// <summary>Where a repository keeps the text that a new pull request begins with.</summary>
/// <remarks>Source: GitHub's pages on pull request templates: in <c>.github</c>, the root or <c>docs</c>, in any case; several in a folder
/// <c>PULL_REQUEST_TEMPLATE</c>.</remarks>
internal static class PullRequestTemplate
{
    private const string Name = "pull_request_template";
    private static readonly string[] Folders = [".github/", "", "docs/"];

    /// <summary>
    /// The file to use, of all files of a commit; <c>null</c> when there is none. A single template comes before a folder of several, of which the one
    /// whose name speaks of hotfixes is meant, else the only one: GitHub itself leaves that choice to the address that a pull request is opened with.
    /// </summary>
    public static string? Find(IEnumerable<string> files)
    {
        string[] templates = [.. files.Where(IsTemplate).Order(StringComparer.Ordinal)];
        string[] single = [.. templates.Where(path => !FolderOf(path).EndsWith($"{Name}/", StringComparison.OrdinalIgnoreCase)).OrderBy(Rank)];
        string[] several = [.. templates.Except(single).OrderBy(Rank)];
        string? own = several.FirstOrDefault(path => path[FolderOf(path).Length..].Contains("hotfix", StringComparison.OrdinalIgnoreCase));
        return own
            ?? (
                single is [var first, ..] ? first
                : several is [var only] ? only
                : null
            );
    }

    private static bool IsTemplate(string path)
    {
        string folder = FolderOf(path);
        string file = path[folder.Length..];
        bool isText = file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
        return isText
            && (
                Folders.Contains(folder, StringComparer.OrdinalIgnoreCase)
                    ? Path.GetFileNameWithoutExtension(file).Equals(Name, StringComparison.OrdinalIgnoreCase)
                    : Folders.Contains(Parent(folder), StringComparer.OrdinalIgnoreCase)
                        && folder.EndsWith($"{Name}/", StringComparison.OrdinalIgnoreCase)
                        && folder.Length - Parent(folder).Length == Name.Length + 1
            );
    }

    private static int Rank(string path) =>
        Array.FindIndex(Folders, folder =>
            FolderOf(path).StartsWith(folder, StringComparison.OrdinalIgnoreCase)
            && (folder.Length > 0 || !path.StartsWith("docs/", StringComparison.OrdinalIgnoreCase))
        );

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Parent(string folder) => FolderOf(folder.TrimEnd('/'));
}
