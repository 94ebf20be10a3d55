using System.Diagnostics;

namespace Hotfix.Benchmarks;

/// <summary>A program to measure. <paramref name="Before"/> puts things back where they were, and is not measured.</summary>
internal sealed record Command(
    string Name,
    string FileName,
    string[] Arguments,
    string Directory,
    Action<IDictionary<string, string?>>? Environment = null,
    Action? Before = null
)
{
    public ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToArray())
            start.Environment.Remove(name);

        Environment?.Invoke(start.Environment);
        return start;
    }

    private static bool IsOurs(string name) =>
        new[] { "NUKE_", "GITHUB_", "MSBUILD", "DOTNET_HOST", "HOTFIX_" }.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
