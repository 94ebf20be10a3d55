using Hotfix.Core.Conventions;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Policies;

/// <summary>How large a hotfix may be before somebody has to say why.</summary>
/// <param name="MaxFiles">Files changed; 20 unless set.</param>
/// <param name="MaxLines">Lines added and deleted, tests and lock files not counted; 200 unless set.</param>
/// <param name="ForbiddenPaths">Patterns (<see cref="PathPattern"/>) of files that a hotfix leaves alone.</param>
/// <param name="RequiresTest">Whether lines must be added to a test file.</param>
internal sealed record SizeBudget(int MaxFiles, int MaxLines, IReadOnlyList<string> ForbiddenPaths, bool RequiresTest)
{
    /// <summary>
    /// 20 files, 200 lines, a test, and no migrations or lock files, nor anything of what judges a hotfix: workflows, settings, the build and its scripts.
    /// </summary>
    public static SizeBudget Default { get; } =
        new(
            20,
            200,
            ["**/migrations/**", ".github/**", ".nuke/**", ".fallout/**", "/build/**", "/build.sh", "/build.cmd", "/build.ps1", .. PathKinds.LockFiles],
            RequiresTest: true
        );

    /// <summary>The same with the folder that the build lies in, relative to the root; nothing else when that is no folder below it.</summary>
    public SizeBudget With(string toolFolder) =>
        toolFolder.Length == 0 || toolFolder[0] == '.' || Path.IsPathRooted(toolFolder) || ForbiddenPaths.Contains($"/{toolFolder}/**")
            ? this
            : this with
            {
                ForbiddenPaths = [.. ForbiddenPaths, $"/{toolFolder}/**"],
            };

    /// <summary>Measures a change against this budget.</summary>
    /// <param name="changes">What a hotfix changes.</param>
    /// <param name="product">Where the product lies that it is for: beyond tests, lock files and notes, it changes nothing elsewhere; <c>null</c> for the
    /// whole repository.</param>
    public SizeReport Measure(IReadOnlyList<FileChange> changes, ProductFolders? product = null)
    {
        int lines = (int)Math.Min(int.MaxValue, changes.Where(Counts).Sum(change => (long)change.AddedLines + change.DeletedLines));
        string[] tests = [.. changes.Where(Tests).Select(change => change.Path)];
        return new SizeReport(changes.Count, lines, tests, [.. Excesses(changes, lines, tests), .. product is null ? [] : Elsewhere(changes, product)]);
    }

    private IEnumerable<string> Excesses(IReadOnlyList<FileChange> changes, int lines, string[] tests)
    {
        if (changes.Count > MaxFiles)
            yield return $"{changes.Count} files changed, {MaxFiles} allowed (--max-files)";

        if (lines > MaxLines)
            yield return $"{lines} lines changed outside tests and lock files, {MaxLines} allowed (--max-lines)";

        PathPattern[] forbidden = [.. ForbiddenPaths.Select(text => new PathPattern(text))];
        foreach (string path in changes.SelectMany(Paths).Distinct())
        {
            if (forbidden.FirstOrDefault(pattern => pattern.Matches(path)) is { } pattern)
                yield return $"{path} must not change in a hotfix ('{pattern.Text}', --forbidden-paths)";
        }

        if (RequiresTest && tests.Length == 0)
            yield return "no test was added or changed (--require-test)";
    }

    private static IEnumerable<string> Elsewhere(IReadOnlyList<FileChange> changes, ProductFolders product) =>
        from path in changes.Where(Counts).SelectMany(Paths).Distinct()
        where !product.Holds(path) && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        select $"{path} is outside of {product}, where the product lies (--product-folder)";

    private static IEnumerable<string> Paths(FileChange change) => change.OldPath is null ? [change.Path] : [change.Path, change.OldPath];

    // Taking a test away proves nothing about the fix.
    private static bool Tests(FileChange change) => PathKinds.IsTest(change.Path) && (change.AddedLines > 0 || change.IsBinary);

    private static bool Counts(FileChange change) => !PathKinds.IsTest(change.Path) && !PathKinds.IsLockFile(change.Path);
}
