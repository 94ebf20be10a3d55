using System.Diagnostics;
using Hotfix.Components.Output;
using Hotfix.Core.Snapshots;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>Runs <c>dotnet test</c>, and counts: from the TRX files of VSTest, or from what Microsoft.Testing.Platform prints.</summary>
public static class DotNetTest
{
    // How the testing platform says "no test ran"; whether that is right is not its question.
    private const int NoTestRan = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Builds and tests; prints what the test platform prints; leaves no build server behind.</summary>
    /// <param name="directory">Where it runs, and whose global.json counts.</param>
    /// <param name="paths">Solutions or projects, one after the other.</param>
    /// <param name="configuration">Such as <c>Release</c>; <c>null</c> for the one that <c>dotnet test</c> takes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<TestRun> RunAsync(string directory, IReadOnlyList<string> paths, string? configuration, CancellationToken cancellationToken)
    {
        string[] options = configuration is null ? [] : ["--configuration", configuration];
        var watch = Stopwatch.StartNew();
        var runs = new List<TestRun>();
        foreach (string path in paths)
        {
            runs.Add(
                TestPlatform.IsChosen(directory)
                    ? await OnTestingPlatformAsync(directory, [path, .. options], cancellationToken)
                    : await OnVSTestAsync(directory, [path, .. options], cancellationToken)
            );
        }

        return new TestRun(
            runs.Sum(run => run.Passed),
            runs.Sum(run => run.Failed),
            runs.Sum(run => run.Skipped),
            watch.Elapsed,
            runs.Select(run => run.Problem).FirstOrDefault(problem => problem is not null)
        )
        {
            IsCounted = runs.All(run => run.IsCounted),
        };
    }

    private static async Task<TestRun> OnVSTestAsync(string directory, string[] what, CancellationToken cancellationToken)
    {
        string results = Directory.CreateTempSubdirectory("hotfix-tests-").FullName;
        try
        {
            (int exitCode, _) = await StartAsync(
                directory,
                ["test", .. what, "--nologo", "--disable-build-servers", "--logger", "trx", "--results-directory", results],
                cancellationToken
            );
            TestRun[] runs = [.. Directory.EnumerateFiles(results, "*.trx", SearchOption.AllDirectories).Select(TrxFile.Read)];
            return Judge(new TestRun(runs.Sum(run => run.Passed), runs.Sum(run => run.Failed), runs.Sum(run => run.Skipped), TimeSpan.Zero), exitCode);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    // An option that the SDK does not know goes to the tests, which refuse it: none but the path and the configuration is passed.
    private static async Task<TestRun> OnTestingPlatformAsync(string directory, string[] what, CancellationToken cancellationToken)
    {
        string kind = Path.GetExtension(what[0]).StartsWith(".sln", StringComparison.Ordinal) ? "--solution" : "--project";
        (int exitCode, IReadOnlyList<string> lines) = await StartAsync(directory, ["test", kind, .. what], cancellationToken);
        TestRun? counted = TestPlatform.Counts(lines);
        return Judge(counted ?? new TestRun(0, 0, 0, TimeSpan.Zero) { IsCounted = exitCode is NoTestRan }, exitCode is NoTestRan ? 0 : exitCode);
    }

    private static TestRun Judge(TestRun sum, int exitCode) =>
        exitCode != 0 && sum.Failed == 0
            ? sum with
            {
                Problem = $"dotnet test ended with exit code {exitCode}, and no test failed: the build, or the test host, did",
            }
            : sum;

    private static async Task<(int ExitCode, IReadOnlyList<string> Lines)> StartAsync(
        string directory,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(DotNetHost.Path, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);

        // What is counted in its output is counted in English; and no compiler stays behind where there is no switch that says so.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["UseSharedCompilation"] = "false";
        int projects = 0;
        var lines = new List<string>();
        using var progress = LongWork.Begin("dotnet test", () => projects == 0 ? "" : $"{projects} test projects have ended");
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            projects += EndsAProject(line.Data) ? 1 : 0;
            Keep(lines, line.Data);
        };
        process.ErrorDataReceived += (_, line) => Keep(lines, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            lock (lines)
                return (process.ExitCode, [.. lines]);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // The one line that VSTest prints for each.
    private static bool EndsAProject(string? line) =>
        line is not null && (line.StartsWith("Passed!", StringComparison.Ordinal) || line.StartsWith("Failed!", StringComparison.Ordinal));

    // The summary is the end; what comes before may be long.
    private static void Keep(List<string> lines, string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;

        Log.Debug("{Line:l}", line.TrimEnd());
        lock (lines)
        {
            lines.Add(line);
            if (lines.Count > 400)
                lines.RemoveRange(0, 200);
        }
    }
}
