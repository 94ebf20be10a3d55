using System.Diagnostics;
using System.Globalization;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>GitVersion on its window beside GitVersion on everything, at three sizes. Each answer comes from a process of its own, nothing remembered.</summary>
internal sealed class VersionBenchmark(BenchmarkOptions options, Report report)
{
    private const int CommitsPerTag = 25;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (int commits in (int[])[1_000, 10_000, 50_000])
        {
            using var repository = new TempRepository();
            await ImportAsync(repository, commits, cancellationToken);
            Command window = Ask(repository, "window");
            Command whole = Ask(repository, "whole");
            string[] answers = [(await Meter.RunAsync(window, watchesMemory: false, cancellationToken)).Output, (await Meter.RunAsync(whole, watchesMemory: false, cancellationToken)).Output];

            // The whole of a large history takes half a minute a time; three medians tell as much there.
            int repetitions = commits > 10_000 ? Math.Min(3, options.Repetitions) : options.Repetitions;
            Sample[] samples = await Meter.MeasureAsync([window, whole], repetitions, cancellationToken);
            string size = commits.ToString("N0", CultureInfo.InvariantCulture);
            report.Add($"(c) version of a fix, {size} commits, {commits / CommitsPerTag:N0} tags: {Source(answers[0])}", samples);
            report.Expect($"{size} commits: same version on the window and on everything", answers[0].Split(' ')[0] == answers[1].Split(' ')[0] ? 1 : 0, "", least: 1);
            if (commits == 50_000)
            {
                report.Expect($"{size} commits: the version", samples[0].Median, "s", most: 1.00);
                report.Expect($"{size} commits: times quicker than everything", samples[1].Median / samples[0].Median, "x", least: 20);
            }
        }
    }

    private static Command Ask(TempRepository repository, string extent) => new(
        $"GitVersion, {extent}",
        "dotnet",
        [typeof(VersionBenchmark).Assembly.Location, "ask", repository.Path, extent],
        repository.Path,
        environment =>
        {
            string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            TempRepository.Clean(environment, Path.GetDirectoryName(repository.Path)!);
            environment["NUGET_PACKAGES"] = packages;
        },
        () => Forget(repository));

    private static string Source(string answer) => answer[(answer.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();

    private static void Forget(TempRepository repository)
    {
        string memory = Path.Combine(repository.Path, ".git", "hotfix");
        if (Directory.Exists(memory))
        {
            Directory.Delete(memory, recursive: true);
        }
    }

    private static async Task ImportAsync(TempRepository repository, int commits, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet"]) { WorkingDirectory = repository.Path, RedirectStandardInput = true };
        TempRepository.Clean(start.Environment, Path.GetDirectoryName(repository.Path)!);
        using Process import = Process.Start(start)!;
        await new LongHistory(commits, CommitsPerTag).WriteAsync(import.StandardInput, cancellationToken);
        import.StandardInput.Close();
        await import.WaitForExitAsync(cancellationToken);
        repository.Git(["reset", "--quiet", "--hard"]);
        repository.Git(["gc", "--quiet"]);
        repository.Git(["remote", "add", "origin", repository.Path]);
    }
}
