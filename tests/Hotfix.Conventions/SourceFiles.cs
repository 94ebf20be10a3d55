using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>The repository's own files, as text.</summary>
internal static partial class SourceFiles
{
    /// <summary>C# files below these folders of the repository, without what a build made; paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<(string Path, string Text)> CSharp(params string[] folders) =>
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
                .Select(file => (Path: Relative(file), File: file))
                .Where(file => !BuildOutput().IsMatch(file.Path))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => (file.Path, File.ReadAllText(file.File))),
        ];

    /// <summary>Every text file that git tracks or would add.</summary>
    public static IReadOnlyList<(string Path, string Text)> Tracked() =>
        [
            .. TempRepository
                .At(RepositoryRoot.Path)
                .Git(["ls-files", "--cached", "--others", "--exclude-standard"])
                .Split('\n')
                .Where(path => !path.StartsWith('"') && File.Exists(RepositoryRoot.Combine(path)))
                .Select(path => (path, File.ReadAllText(RepositoryRoot.Combine(path))))
                .Where(file => !file.Item2.Contains('\0', StringComparison.Ordinal)),
        ];

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');

    [GeneratedRegex(@"(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();
}
