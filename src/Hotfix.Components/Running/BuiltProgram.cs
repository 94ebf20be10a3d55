using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hotfix.Components.Running;

/// <summary>
/// Remembers what a program of this repository was built from: every file below <c>src</c> and the project's own top folder, and those beside them that all
/// builds read.
/// </summary>
/// <param name="stamp">Absolute path of the file that remembers.</param>
/// <param name="sources">What the files looked like before the build.</param>
internal sealed class BuiltProgram(string stamp, string sources)
{
    private static readonly HashSet<string> Made = new(["bin", "obj", ".git"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at the files; makes and changes nothing.</summary>
    /// <param name="project">Absolute path of its project file, in a repository with a folder <c>src</c>.</param>
    public static BuiltProgram Of(string project)
    {
        var top = new DirectoryInfo(Path.GetDirectoryName(project)!);
        while (top.Parent is { } parent && !Directory.Exists(Path.Combine(parent.FullName, "src")))
            top = parent;

        string root = top.Parent?.FullName ?? top.FullName;
        IEnumerable<FileInfo> files = Files(new DirectoryInfo(Path.Combine(root, "src")))
            .Concat(top.Name == "src" ? [] : Files(top))
            .Concat(new DirectoryInfo(root).EnumerateFiles().Where(file => file.Extension is ".props" or ".targets" or ".json"));
        string text = string.Join('\n', files.Select(Describe).Order(StringComparer.Ordinal));
        return new BuiltProgram(
            Path.Combine(root, ".nuke", "temp", $"{Path.GetFileNameWithoutExtension(project)}.built"),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
        );
    }

    /// <summary>The program; <c>null</c> when it was never built, or from other files.</summary>
    public string? Find() =>
        File.Exists(stamp) && File.ReadAllLines(stamp) is [var known, var program] && known == sources && File.Exists(program) ? program : null;

    /// <summary>Notes that a build has made it, and gives it back. What was edited during the build is built again next time.</summary>
    public string Remember(string program)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
        File.WriteAllLines(stamp, [sources, program]);
        return program;
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(below => !Made.Contains(below.Name)).SelectMany(Files));

    private static string Describe(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}");
}
