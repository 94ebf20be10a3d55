namespace Hotfix.Components.Testing;

/// <summary>What a nested build or test run must not inherit: it would take our parameters, our CI's, or our MSBuild's for its own.</summary>
public static class ChildEnvironment
{
    private static readonly string[] Prefixes = ["NUKE_", "GITHUB_", "MSBUILD", "DOTNET_HOST", "HOTFIX_"];
    private static readonly string[] Names =
    [
        "DOTNET_CLI_UI_LANGUAGE_OVERRIDE",
        "GH_TOKEN",
        "GH_ENTERPRISE_TOKEN",
        "ACTIONS_RUNTIME_TOKEN",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
        "VSTEST_HOST_DEBUG",
    ];

    /// <summary>Takes those variables out, and gives back the ones that were hidden from our own parameters.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsOurs).ToArray())
            environment.Remove(name);

        foreach ((string name, string value) in HiddenVariables.All)
            environment[name] = value;

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
    }

    private static bool IsOurs(string name) =>
        Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
