namespace Hotfix.Pipeline.PostMortems;

/// <summary>Finds where a file of the repository would be, and makes sure that it is one.</summary>
internal static class RepositoryFile
{
    /// <summary>The absolute path; <c>null</c> when it is not below the root, is a folder, is in <c>.git</c>, or a link on the way leads elsewhere.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="text">As it was typed, relative to the root or absolute.</param>
    public static string? Locate(string root, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl) || Path.EndsInDirectorySeparator(text.Trim()))
            return null;

        string whole = Path.GetFullPath(root);
        string path = Path.GetFullPath(text.Trim(), whole);
        string relative = Path.GetRelativePath(whole, path);
        string[] parts = relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        bool isBelow =
            relative != "." && parts[0] != ".." && !Path.IsPathRooted(relative) && !parts.Any(part => part.Equals(".git", StringComparison.OrdinalIgnoreCase));
        return isBelow && !Directory.Exists(path) && !HasLink(whole, parts) ? path : null;
    }

    private static bool HasLink(string root, string[] parts)
    {
        string at = root;
        foreach (string part in parts)
        {
            at = Path.Combine(at, part);
            FileSystemInfo entry = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (entry.LinkTarget is not null)
                return true;
        }

        return false;
    }
}
