using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>The shell of somebody who is not in a test: nothing that the test host, a job or this machine's git left, and a home of its own.</summary>
internal static class CleanShell
{
    private static readonly string[] Foreign = ["NUKE_", "GITHUB_", "MSBUILD", "DOTNET_HOST", "HOTFIX_", "VSTEST"];

    public static void Prepare(IDictionary<string, string?> environment, string home)
    {
        RemoveForeign(environment);
        TempRepository.Clean(environment, home);
    }

    /// <summary>The home stays this machine's: what is restored there is used.</summary>
    public static void RemoveForeign(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsForeign).ToArray())
            environment.Remove(name);
    }

    private static bool IsForeign(string name) =>
        Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || name is "GH_TOKEN" or "CI";
}
