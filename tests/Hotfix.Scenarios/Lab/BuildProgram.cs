using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>The real build program, which is built beside the scenarios.</summary>
internal static class BuildProgram
{
    public static string Path { get; } = RepositoryRoot.Combine("build", "bin", "embedded", "Debug", "_build.dll");
}
