namespace Hotfix.Components.Guards;

/// <summary>Which of the engines runs this build.</summary>
internal static class EngineKind
{
    /// <summary>Its folders in a repository, the first that is there counts: the fork has one of its own, and takes NUKE's where that is not there.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        typeof(EngineBuild).Assembly.GetName().Name!.StartsWith("Fallout", StringComparison.Ordinal) ? [".fallout", ".nuke"] : [".nuke"];

    public static bool IsEmbedded { get; } = typeof(EngineBuild).Assembly.GetName().Name == "Hotfix.Engine";

    /// <summary>The one of a repository, absolute; of the last name where there is none.</summary>
    public static string FolderOf(string root) =>
        Folders.Select(name => Path.Combine(root, name)).FirstOrDefault(Directory.Exists) ?? Path.Combine(root, Folders[^1]);
}
