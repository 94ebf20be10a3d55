namespace Hotfix.Scenarios.Lab;

/// <summary>This repository, and the build program in it.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Build { get; } = System.IO.Path.Combine(Path, "build", "bin", "embedded", "Debug", "_build.dll");

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Hotfix.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Hotfix.sln was not found above the test assembly.");
    }
}
