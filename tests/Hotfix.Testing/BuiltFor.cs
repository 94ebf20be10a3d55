namespace Hotfix.Testing;

/// <summary>The engine that these very tests were built for; what they start is of the same one.</summary>
public static class BuiltFor
{
    /// <summary>As <c>HotfixEngine</c> names it: the folder of the output, <c>bin/embedded/Debug</c>.</summary>
    public static string Engine { get; } = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)).Parent!.Name;

    /// <summary>A program of this repository, as the same build made it.</summary>
    /// <param name="project">The folder of its project, from the root.</param>
    public static string Program(params string[] project) => RepositoryRoot.Combine([.. project, "bin", Engine, "Debug", $"{project[^1]}.dll"]);
}
