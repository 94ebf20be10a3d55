using System.Diagnostics;
using Hotfix.Components.Output;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>Runs <c>dotnet test</c> for the solution in a folder, and counts from the TRX files that it writes.</summary>
public static class DotNetTest
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Builds and tests; prints what the test platform prints; leaves no build server behind.</summary>
    public static async Task<TestRun> RunAsync(string directory, CancellationToken cancellationToken)
    {
        string results = Directory.CreateTempSubdirectory("hotfix-tests-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            int exitCode = await StartAsync(directory, results, cancellationToken);
            return Sum(results, watch.Elapsed, exitCode);
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }

    private static async Task<int> StartAsync(string directory, string results, CancellationToken cancellationToken)
    {
        List<string> arguments = ["test", "--nologo", "--disable-build-servers", "--logger", "trx", "--results-directory", results];
        if (FindSolution(directory) is { } solution)
        {
            arguments.Insert(1, solution);
        }

        var start = new ProcessStartInfo(DotNetHost.Path, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ChildEnvironment.Clean(start.Environment);
        Log.Information("> dotnet test {Solution}", FindSolution(directory) is { } path ? Path.GetFileName(path) : directory);
        int projects = 0;
        using var progress = LongWork.Begin("dotnet test", () => projects == 0 ? "" : $"{projects} test projects have ended");
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            projects += EndsAProject(line.Data) ? 1 : 0;
            Show(line.Data);
        };
        process.ErrorDataReceived += (_, line) => Show(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static TestRun Sum(string results, TimeSpan duration, int exitCode)
    {
        TestRun[] runs = [.. Directory.EnumerateFiles(results, "*.trx", SearchOption.AllDirectories).Select(TrxFile.Read)];
        var sum = new TestRun(runs.Sum(run => run.Passed), runs.Sum(run => run.Failed), runs.Sum(run => run.Skipped), duration);
        return exitCode != 0 && sum.Failed == 0
            ? sum with { Problem = $"dotnet test ended with exit code {exitCode}, and no test failed: the build, or the test host, did" }
            : sum;
    }

    private static string? FindSolution(string directory) =>
        Directory.EnumerateFiles(directory, "*.sln").Concat(Directory.EnumerateFiles(directory, "*.slnx")).Order(StringComparer.Ordinal).FirstOrDefault();

    // The one line that the test platform prints for each; in another language than English it is not counted.
    private static bool EndsAProject(string? line) =>
        line is not null && (line.StartsWith("Passed!", StringComparison.Ordinal) || line.StartsWith("Failed!", StringComparison.Ordinal));

    private static void Show(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Log.Debug("{Line:l}", line.TrimEnd());
        }
    }
}
