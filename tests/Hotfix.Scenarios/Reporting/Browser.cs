using System.Diagnostics;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Reporting;

/// <summary>A real browser that looks at a page; what drives it is fetched by npm into <c>tests/browser/node_modules</c>. Absent unless somebody did.</summary>
internal static class Browser
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly string Folder = RepositoryRoot.Combine("tests", "browser");
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why nothing can be looked at; <c>null</c> when it can.</summary>
    public static string? Missing { get; } =
        Program is null ? "Needs Chromium or Chrome on the path."
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "playwright-core")) || !Directory.Exists(Path.Combine(Folder, "node_modules", "axe-core"))
            ? "Needs what drives a browser: run 'npm ci' in tests/browser."
        : null;

    /// <summary>What is wrong with a page in light, in dark, on a phone and printed, a line each; its pictures are in <paramref name="pictures"/>.</summary>
    public static async Task<IReadOnlyList<string>> LookAtAsync(string page, string pictures)
    {
        Directory.CreateDirectory(pictures);
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "check.mjs"), Program!, page, pictures]) { WorkingDirectory = Folder };
        EndedProcess check = await ProcessRun.ToEndAsync(start, Longest);
        string[] findings = check.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(check.ExitCode == Math.Min(findings.Length, 1), $"check.mjs ended with {check.ExitCode}:\n{check.Output}\n{check.Errors}");
        return findings;
    }
}
