using System.Diagnostics;
using System.Text;
using Hotfix.Parity.Builds;
using Hotfix.Testing;

namespace Hotfix.Parity.Harness;

/// <summary>One call of one build as a process: in a root of its own, with the given files and variables.</summary>
internal sealed record ParityCase(string Build, params string[] Arguments)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Names below <c>.nuke</c>, and their contents.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Below the root; where the process starts.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>The call, its exit code, and what the build reported.</summary>
    public async Task<string> RunAsync()
    {
        using var root = new TempFolder();
        Directory.CreateDirectory(root.Combine(".nuke"));
        Directory.CreateDirectory(root.Combine(WorkingDirectory));
        foreach ((string name, string content) in Files)
            File.WriteAllText(root.Combine(".nuke", name), content);

        string report = root.Combine("report.txt");
        int exitCode = await StartAsync(root, report);
        return $"{Describe()}\n  exit {exitCode}\n{string.Concat((File.Exists(report) ? File.ReadAllLines(report) : []).Select(line => $"  {line}\n"))}";
    }

    private async Task<int> StartAsync(TempFolder root, string report)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(ParityCase).Assembly.Location, .. Arguments])
        {
            WorkingDirectory = root.Combine(WorkingDirectory),
        };
        foreach (string name in start.Environment.Keys.Where(IsForeign).ToArray())
            start.Environment.Remove(name);

        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        start.Environment[Program.Variable] = Build;
        start.Environment[ReportingBuild.Variable] = report;
        foreach ((string name, string value) in Variables)
            start.Environment[name] = value;

        return (await ProcessRun.ToEndAsync(start, Longest)).ExitCode;
    }

    private string Describe()
    {
        var text = new StringBuilder();
        foreach ((string name, string content) in Files)
            text.Append($"({name}: {content}) ");

        foreach ((string name, string value) in Variables)
            text.Append($"{name}='{value}' ");

        return text.Append(Build)
            .Append(
                string.Concat(
                    Arguments.Select(argument => $" {(argument.Length == 0 || argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument)}")
                )
            )
            .Append(WorkingDirectory == "." ? "" : $" (in {WorkingDirectory})")
            .ToString();
    }

    private static bool IsForeign(string name) =>
        new[] { "NUKE_", "GITHUB_", "HOTFIX_", "PARITY_" }.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || new[] { "HOST", "TARGET", "SKIP", "PROFILE", "ROOT", "VERBOSITY", "OUTPUT", "DESCRIPTION" }.Contains(name, StringComparer.OrdinalIgnoreCase);
}
