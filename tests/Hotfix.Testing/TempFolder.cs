namespace Hotfix.Testing;

/// <summary>A folder of one test's own below the system's temporary folder; deleted with everything in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder()
    {
        Path = Directory.CreateTempSubdirectory("hotfix-test-").FullName;
    }

    /// <summary>Absolute path; the folder exists.</summary>
    public string Path { get; }

    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        // git marks objects read-only; a recursive delete on Linux does not mind, one on Windows does.
        foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);

        Directory.Delete(Path, recursive: true);
    }
}
