using System.Diagnostics;
using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary><c>dotnet</c> as somebody types it: without what a job, or the build that runs these tests, has set.</summary>
internal static class PlainDotNet
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Task<EndedProcess> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "-tl:off", "--disable-build-servers"]) { WorkingDirectory = folder };
        foreach (string name in start.Environment.Keys.Where(IsSet).ToArray())
            start.Environment.Remove(name);

        return ProcessRun.ToEndAsync(start, Longest);
    }

    private static bool IsSet(string name) => name is "CI" or "HotfixAnalysis" || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
