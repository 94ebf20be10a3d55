using Hotfix.Core.Conventions;
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

    /// <summary>The parameters of a build, and what NUKE's own components say of it, for one of its work trees.</summary>
    public static TestSettings Of(IRunTests build, string directory)
    {
        TestSettings ofAll = OfRoot(build, directory);
        (ProductFolders? product, Refusal? unclear) = ProductFolders.Of(build.Conventions.Product, build.Conventions.ProductFolders, TestDiscovery.FoldersBelow(directory));
        if (product is null || ofAll is { Command: null, Solution: not null })
            return ofAll with { Unclear = ofAll.Solution is null ? unclear : null };

        // Its own tests, in its folder; where that has none, those of the repository: they may lie beside the products.
        TestSettings own = ofAll with { Directory = Path.GetFullPath(product.Folders[0], directory) };
        return own.Command is not null || TestDiscovery.Plan(own) is not TestPlan.Refused { Refusal.Code: TestDiscovery.NothingIsFound } ? own : ofAll;
    }

    private static TestSettings OfRoot(IRunTests build, string directory) => new(directory)
    {
        Command = string.IsNullOrWhiteSpace(build.TestCommand) ? null : build.TestCommand,
        Results = [.. (build.TestResults ?? []).Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0)],
        Solution = build.TestSolution is { Length: > 0 } text ? InDirectory(text, build.RootDirectory, directory) : OwnWords.Solution(build, directory),
        Configuration = OwnWords.Configuration(build),
    };

    // A parameters file means the root, a command line the folder where it was typed; either may mean another work tree than ours.
    private static string InDirectory(string text, string root, string directory)
    {
        string ofRoot = Path.GetFullPath(text, root);
        string typed = File.Exists(ofRoot) ? ofRoot : Path.GetFullPath(text, Environment.CurrentDirectory);
        string relative = Path.GetRelativePath(root, File.Exists(typed) ? typed : ofRoot);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? typed : Path.GetFullPath(relative, directory);
    }
}
