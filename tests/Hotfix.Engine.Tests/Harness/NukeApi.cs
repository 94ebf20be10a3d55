using System.Runtime.CompilerServices;

namespace Hotfix.Engine.Tests.Harness;

/// <summary>The list of NUKE's public members, which lies beside the repository and is not part of it.</summary>
internal static class NukeApi
{
    public static string File { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "nuke-api.txt"));

    public static IEnumerable<string> Read() => System.IO.File.ReadLines(File).Where(line => !line.StartsWith('#')).Select(PublicApi.WithoutSetters);

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..");
}
