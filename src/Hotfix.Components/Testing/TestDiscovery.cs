using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Testing;

/// <summary>
/// Finds what <c>Test</c> has to run, from the files of a work tree. Of several that differ none is taken by its name: they all run, or none does.
/// </summary>
internal static class TestDiscovery
{
    /// <summary>Nothing was found that could be run.</summary>
    public const string NothingIsFound = "HF4351";

    private const int LevelsOfSolutions = 2;
    private const int LevelsOfProjects = 5;
    private const int Shown = 6;
    private static readonly string[] SolutionFiles = [".slnx", ".sln", ".slnf"];
    private static readonly string[] LeftOut = ["bin", "obj", "node_modules", "packages", "artifacts", "output", "TestResults"];

    /// <summary>The same where a product is meant: its own tests, in its folder.</summary>
    /// <param name="ofAll">What the team says of all tests.</param>
    /// <param name="conventions">Which product.</param>
    public static TestSettings OfProduct(TestSettings ofAll, HotfixConventions conventions)
    {
        (ProductFolders? product, Refusal? unclear) = ProductFolders.Of(conventions.Product, conventions.ProductFolders, FoldersBelow(ofAll.Directory));
        if (product is null || ofAll is { Command: null, Solution: not null })
            return ofAll with { Unclear = ofAll.Solution is null ? unclear : null };

        // Where that has none, those of the repository: they may lie beside the products.
        TestSettings own = ofAll with { Directory = Path.GetFullPath(product.Folders[0], ofAll.Directory) };
        return own.Command is not null || Plan(own) is not TestPlan.Refused { Refusal.Code: NothingIsFound } ? own : ofAll;
    }

    public static TestPlan Plan(TestSettings settings) =>
        settings.Unclear is { } unclear ? new TestPlan.Refused(unclear)
        : settings.Command is { } command ? new TestPlan.Command(command, settings.Results)
        : settings.Solution is { } named ? Named(named, settings.Directory)
        : OfSolutions(Solutions(settings.Directory), settings.Directory)
            ?? (TestPlan?)OfProjects(settings.Directory)
            ?? new TestPlan.Refused(NothingFound(settings.Directory));

    /// <summary>Folders below it, as seen from there, with forward slashes; those that builds make are left out.</summary>
    public static IEnumerable<string> FoldersBelow(string directory) =>
        Folders(directory, LevelsOfProjects).Skip(1).SelectMany(level => level).Select(folder => Path.GetRelativePath(directory, folder).Replace('\\', '/'));

    private static TestPlan Named(string path, string directory) =>
        File.Exists(path)
            ? DotNet([path], "--test-solution, 'Solution' in .nuke/parameters.json, or the build's IHazSolution names it", directory)
            : new TestPlan.Refused(
                new Refusal(
                    "HF1100",
                    What: $"The solution {path} was named, which is not there; nothing was tested.",
                    Why: Solutions(directory) is { Length: > 0 } there
                        ? $"There is {Names(there, directory)}."
                        : "There is no file of that name, and no solution within two levels of the root.",
                    Next: "Correct the path on the command line, or 'TestSolution' or 'Solution' in .nuke/parameters.json."
                )
            );

    private static TestPlan? OfSolutions(string[] solutions, string directory)
    {
        if (solutions.Length == 0)
            return null;

        if (solutions.Length == 1)
            return DotNet(solutions, "the only solution", directory);

        if (Covering(solutions) is { } all)
            return DotNet([all], $"it has every project of {Names([.. solutions.Where(path => path != all)], directory)}", directory);

        string example = Path.GetRelativePath(directory, solutions.FirstOrDefault(HasTests) ?? solutions[0]).Replace('\\', '/');
        return new TestPlan.Refused(
            new Refusal(
                "HF4350",
                What: $"There are several solutions, and nothing says whose tests count: {Names(solutions, directory)}; nothing was tested.",
                Why: "None of them has the projects of all others, and tests that are left out by chance would look green.",
                Next: $"Name it: --test-solution {example} (\"TestSolution\": \"{example}\" in .nuke/parameters.json keeps it); for more than one, --test-command \"dotnet test A.sln && dotnet test B.sln\"."
            )
        );
    }

    // A filter beside its solution, or one solution in two formats: what has all of the others' projects tests all that they would.
    private static string? Covering(IReadOnlyList<string> solutions)
    {
        (string Path, IReadOnlySet<string>? Projects)[] read = [.. solutions.Select(path => (path, SolutionProjects.Read(path)))];
        return read.Any(one => one.Projects is null)
            ? null
            : read.Where(one => one.Projects!.Count > 0 && read.All(other => one.Projects.IsSupersetOf(other.Projects!)))
                .OrderBy(one => Array.IndexOf(SolutionFiles, Path.GetExtension(one.Path)))
                .Select(one => one.Path)
                .FirstOrDefault();
    }

    private static TestPlan.DotNet? OfProjects(string directory)
    {
        string[] projects =
        [
            .. Folders(directory, LevelsOfProjects)
                .SelectMany(level => level)
                .SelectMany(Directory.EnumerateFiles)
                .Where(TestProject.Is)
                .Order(StringComparer.Ordinal),
        ];
        return projects.Length == 0
            ? null
            : DotNet(projects, projects.Length == 1 ? "the only test project; there is no solution" : "all test projects; there is no solution", directory);
    }

    private static TestPlan.DotNet DotNet(IReadOnlyList<string> paths, string because, string directory) =>
        new(paths, because, directory) { IsEmpty = paths.All(path => SolutionProjects.Read(path) is { Count: 0 }) };

    private static bool HasTests(string solution) => SolutionProjects.Read(solution)?.Any(path => File.Exists(path) && TestProject.Is(path)) ?? false;

    /// <summary>Those of the level nearest to the root that has any.</summary>
    private static string[] Solutions(string directory) =>
        Folders(directory, LevelsOfSolutions)
            .Select(level =>
                (string[])
                    [.. level.SelectMany(Directory.EnumerateFiles).Where(path => SolutionFiles.Contains(Path.GetExtension(path))).Order(StringComparer.Ordinal)]
            )
            .FirstOrDefault(files => files.Length > 0)
        ?? [];

    // Level by level. A folder with a .git of its own is another repository.
    private static IEnumerable<IReadOnlyList<string>> Folders(string directory, int levels)
    {
        string[] level = [directory];
        for (int depth = 0; depth <= levels && level.Length > 0; depth++)
        {
            yield return level;
            level = [.. level.SelectMany(Directory.EnumerateDirectories).Where(IsLookedInto)];
        }
    }

    private static bool IsLookedInto(string folder) =>
        Path.GetFileName(folder) is var name
        && !name.StartsWith('.')
        && !LeftOut.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !Path.Exists(Path.Combine(folder, ".git"))
        && new DirectoryInfo(folder).LinkTarget is null;

    private static Refusal NothingFound(string directory)
    {
        ForeignTests[] others = ForeignTests.In(directory);
        return new Refusal(
            NothingIsFound,
            What: "It is not known how the tests of this repository run; nothing was tested.",
            Why: others.Length == 0
                ? "There is no solution within two levels of the root, no test project, and no other build that is known here."
                : $"There is no solution and no test project for .NET, but there is {string.Join(" and ", others.Select(one => one.Evidence))}.",
            Next: $"Say the command: --test-command \"{(others.Length == 0 ? "..." : string.Join(" && ", others.Select(one => one.Command)))}\" (as TestCommand in .nuke/parameters.json it stays), --solution for a solution that lies deeper, or override RunTestsAsync in the build class."
        );
    }

    private static string Names(string[] paths, string directory) =>
        string.Join(", ", paths.Take(Shown).Select(path => Path.GetRelativePath(directory, path).Replace('\\', '/')))
        + (paths.Length > Shown ? $" and {paths.Length - Shown} more" : "");
}
