namespace Hotfix.LocalGitHub;

/// <summary>Deletes what the server made for itself.</summary>
internal static class TemporaryData
{
    public static void Delete(string folder)
    {
        // git marks objects read-only, which stops a delete on Windows.
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);

        Directory.Delete(folder, recursive: true);
    }
}
