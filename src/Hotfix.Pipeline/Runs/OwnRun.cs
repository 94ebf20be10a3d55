namespace Hotfix.Pipeline.Runs;

/// <summary>The workflow run that this process is part of.</summary>
internal static class OwnRun
{
    /// <summary>Its page; empty outside GitHub Actions.</summary>
    public static string Url { get; } =
        Read("GITHUB_SERVER_URL") is { } server && Read("GITHUB_REPOSITORY") is { } repository && Read("GITHUB_RUN_ID") is { } id
            ? $"{server}/{repository}/actions/runs/{id}"
            : "";

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
