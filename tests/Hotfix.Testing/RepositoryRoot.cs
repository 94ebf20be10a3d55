namespace Hotfix.Testing;

/// <summary>The checkout that the tests were built from: the folder with the solution, above the test's own output.</summary>
public static class RepositoryRoot
{
    /// <summary>Absolute path.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>The path of a source file of this checkout. A deterministic build writes <c>/_/tests/…</c> where the folder was.</summary>
    public static string Source(string callerFilePath)
    {
        string unified = callerFilePath.Replace('\\', '/');
        int tests = unified.LastIndexOf("/tests/", StringComparison.Ordinal);
        return File.Exists(callerFilePath) || tests < 0 ? callerFilePath : Combine(unified[(tests + 1)..].Split('/'));
    }

    private static string Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Hotfix.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException($"No Hotfix.sln above {folder}.");
    }
}
