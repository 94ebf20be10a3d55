using Hotfix.Core.Errors;

namespace Hotfix.Components.Testing;

/// <summary>What the team says of its tests.</summary>
/// <param name="Directory">Where they run: the build's root, or the same folder in a hotfix's own work tree.</param>
internal sealed record TestSettings(string Directory)
{
    /// <summary>For a shell; <c>null</c>: <c>dotnet test</c>.</summary>
    public string? Command { get; init; }

    /// <summary>Patterns of the files that the command leaves, relative to <see cref="Directory"/>; empty for none.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>Absolute path of the solution or project that was named; <c>null</c>: the one that is found.</summary>
    public string? Solution { get; init; }

    /// <summary>Why it is not known where the product lies whose tests count; <c>null</c> when it is, or there is one product.</summary>
    public Refusal? Unclear { get; init; }

    /// <summary>Such as <c>Release</c>; <c>null</c>: the one that <c>dotnet test</c> takes.</summary>
    public string? Configuration { get; init; }

    /// <summary>
    /// A solution that was named, in one of the build's work trees: a parameters file means the root, a command line the folder where it was typed.
    /// </summary>
    public static string InDirectory(string text, string root, string directory)
    {
        string ofRoot = Path.GetFullPath(text, root);
        string typed = File.Exists(ofRoot) ? ofRoot : Path.GetFullPath(text, Environment.CurrentDirectory);
        string relative = Path.GetRelativePath(root, File.Exists(typed) ? typed : ofRoot);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? typed : Path.GetFullPath(relative, directory);
    }
}
