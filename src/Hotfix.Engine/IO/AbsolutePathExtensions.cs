#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Text;

namespace Nuke.Common.IO;

/// <summary>Everyday file work on paths. Members that return a path return the one that they worked on, so that calls chain.</summary>
public static class AbsolutePathExtensions
{
    /// <summary>Whether a file is there.</summary>
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    /// <summary>Whether a folder is there.</summary>
    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    /// <summary>The path if a file is there, else <c>null</c>.</summary>
    public static AbsolutePath ExistingFile(this AbsolutePath path) => File.Exists(path) ? path : null;

    /// <summary>The path if a folder is there, else <c>null</c>.</summary>
    public static AbsolutePath ExistingDirectory(this AbsolutePath path) => Directory.Exists(path) ? path : null;

    /// <summary>Whether the folder holds a file that matches; the pattern knows <c>*</c> and <c>?</c>.</summary>
    public static bool ContainsFile(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        Directory.EnumerateFiles(path, pattern, options).Any();

    /// <summary>Whether the folder holds a folder that matches; the pattern knows <c>*</c> and <c>?</c>.</summary>
    public static bool ContainsDirectory(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        Directory.EnumerateDirectories(path, pattern, options).Any();

    /// <summary>Makes the folder and those above it; nothing happens when it is there.</summary>
    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Makes the folder, or empties the one that is there.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    /// <summary>Deletes the folder with everything in it, write-protected files included; nothing happens when there is none.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!Directory.Exists(path))
            return;

        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(path, recursive: true);
    }

    /// <summary>Deletes each folder.</summary>
    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (AbsolutePath path in paths)
            path.DeleteDirectory();
    }

    /// <summary>Deletes the file; nothing happens when there is none.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!File.Exists(path))
            return;

        File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);
    }

    /// <summary>Deletes each file.</summary>
    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths)
    {
        foreach (AbsolutePath path in paths)
            path.DeleteFile();
    }

    /// <summary>The whole text; UTF-8 unless said.</summary>
    public static string ReadAllText(this AbsolutePath path, Encoding encoding = null) => File.ReadAllText(path, encoding ?? Encoding.UTF8);

    /// <summary>The lines without their ends; UTF-8 unless said.</summary>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding encoding = null) => File.ReadAllLines(path, encoding ?? Encoding.UTF8);

    /// <summary>The bytes.</summary>
    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>Writes bytes; folders are made as needed.</summary>
    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Appends to the text; UTF-8 without byte-order mark unless said. Folders are made as needed.</summary>
    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? TextTasks.UTF8NoBom);
        return path;
    }

    /// <summary>
    /// Writes the text, which ends with a line break unless that is declined; UTF-8 without byte-order mark unless said. Folders are made as needed.
    /// </summary>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding encoding = null, bool? eofLineBreak = null)
    {
        path.Parent.CreateDirectory();
        string text = eofLineBreak ?? true ? content.TrimEnd('\r', '\n') + Environment.NewLine : content;
        File.WriteAllText(path, text, encoding ?? TextTasks.UTF8NoBom);
        return path;
    }

    /// <summary>Makes an empty file or gives the one that is there a new time: now unless said.</summary>
    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent.CreateDirectory();
        if (!File.Exists(path))
            File.WriteAllBytes(path, []);
        File.SetLastWriteTime(path, time ?? TimeProvider.System.GetLocalNow().DateTime);
        return path;
    }

    /// <summary>Files of the folder and, to that depth, of those below; the pattern knows <c>*</c> and <c>?</c>.</summary>
    public static IEnumerable<AbsolutePath> GetFiles(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0) =>
        Entries(path, directory => Directory.EnumerateFiles(directory, pattern), depth, attributes);

    /// <summary>Folders of the folder and, to that depth, of those below; the pattern knows <c>*</c> and <c>?</c>.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = 0) =>
        Entries(path, directory => Directory.EnumerateDirectories(directory, pattern), depth, attributes);

    /// <summary>The nearest folder above for which the condition holds; <c>null</c> when there is none.</summary>
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) => path.Parent?.FindParentOrSelf(predicate);

    /// <summary>As <see cref="FindParent"/>, beginning at the path itself.</summary>
    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        AbsolutePath current = path;
        while (current is not null && !predicate(current))
            current = current.Parent;
        return current;
    }

    /// <summary>The path with that extension in place of its own; the dot may be left out.</summary>
    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) => path.Parent / Path.ChangeExtension(path.Name, extension);

    /// <summary>Whether the path has one of these extensions; the dot may be left out, case does not matter.</summary>
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        alternativeExtensions.Append(extension).Any(candidate => path.Name.EndsWith("." + candidate.TrimStart('.'), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<AbsolutePath> Entries(string directory, Func<string, IEnumerable<string>> list, int depth, FileAttributes attributes)
    {
        if (depth == 0)
            return [];

        IEnumerable<AbsolutePath> here = list(directory).Where(entry => (File.GetAttributes(entry) & attributes) == attributes).Select(AbsolutePath.Create);
        return here.Concat(Directory.EnumerateDirectories(directory).SelectMany(below => Entries(below, list, depth - 1, attributes)));
    }
}
