namespace Hotfix.Core.Adopting;

/// <summary>What a repository has of what the hotfix path needs, as one look saw it.</summary>
/// <param name="Files">Text by path (from the root, with forward slashes) of every file that a decision depends on.</param>
internal sealed record AdoptionFacts(IReadOnlyDictionary<string, string> Files)
{
    private const string Workflows = ".github/workflows/";

    /// <summary>The workflows, by file name.</summary>
    public IReadOnlyDictionary<string, string> WorkflowFiles =>
        Files.Where(file => file.Key.StartsWith(Workflows, StringComparison.Ordinal)).ToDictionary(file => file.Key[Workflows.Length..], file => file.Value);

    /// <summary><c>null</c> when there is none; line ends are <c>\n</c>.</summary>
    public string? Text(string path) => Files.TryGetValue(path, out string? text) ? text.ReplaceLineEndings("\n") : null;

    /// <summary>The path of a file that is there under this name in any case; <c>null</c> when there is none.</summary>
    public string? Find(string path) => Files.Keys.FirstOrDefault(file => file.Equals(path, StringComparison.OrdinalIgnoreCase));
}
