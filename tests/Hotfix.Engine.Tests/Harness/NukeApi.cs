namespace Hotfix.Engine.Tests.Harness;

/// <summary>The list of NUKE's public members, which lies beside the repository and is not part of it.</summary>
internal static class NukeApi
{
    public static string File { get; } = Path.GetFullPath(Testing.RepositoryRoot.Combine("..", "shared", "nuke-api.txt"));

    public static IEnumerable<string> Read() => System.IO.File.ReadLines(File).Where(line => !line.StartsWith('#'));
}
