using System.Collections.Concurrent;

namespace Hotfix.Testing;

/// <summary>
/// A folder of repositories that many tests begin with. It is made once for a process, by git, and copied as files: that takes milliseconds where git takes a
/// dozen processes.
/// </summary>
/// <param name="make">Makes it in the empty folder that it is given.</param>
public sealed class RepositoryTemplate(Action<string> make)
{
    private static readonly ConcurrentBag<TempFolder> Folders = [];
    private readonly Lazy<TempFolder> _made = new(() => Make(make));

    static RepositoryTemplate() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            foreach (TempFolder folder in Folders)
                folder.Dispose();
        };

    /// <summary>Absolute path of one of its folders.</summary>
    public string At(string name) => _made.Value.Combine(name);

    /// <summary>Copies one of its folders; <paramref name="path"/> is made.</summary>
    public void CopyTo(string path, string name)
    {
        var from = new DirectoryInfo(At(name));
        Directory.CreateDirectory(path);
        foreach (DirectoryInfo folder in from.EnumerateDirectories("*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(path, Path.GetRelativePath(from.FullName, folder.FullName)));

        foreach (FileInfo file in from.EnumerateFiles("*", SearchOption.AllDirectories))
            file.CopyTo(Path.Combine(path, Path.GetRelativePath(from.FullName, file.FullName)));
    }

    /// <summary>Copies a clone, whose remote is another one then: the address in its configuration is replaced.</summary>
    public void CloneTo(string path, string name, string address, string otherAddress)
    {
        CopyTo(path, name);
        string configuration = Path.Combine(path, ".git", "config");
        string text = File.ReadAllText(configuration);
        string changed = text.Replace($"url = {address}\n", $"url = {otherAddress}\n", StringComparison.Ordinal);
        if (changed == text)
            throw new InvalidOperationException($"No remote is at '{address}':\n{text}");

        File.WriteAllText(configuration, changed);
    }

    private static TempFolder Make(Action<string> make)
    {
        var folder = new TempFolder();
        Folders.Add(folder);
        make(folder.Path);
        return folder;
    }
}
