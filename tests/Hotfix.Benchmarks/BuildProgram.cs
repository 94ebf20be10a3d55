using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>The program that <c>build.sh</c> starts: compiled ahead of time where that could be done.</summary>
internal static class BuildProgram
{
    public static string Path =>
        new[] { "Ready", "Debug" }.Select(folder => RepositoryRoot.Combine("build", "bin", "embedded", folder, "_build.dll")).First(File.Exists);
}
