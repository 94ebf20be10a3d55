using System.Globalization;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>
/// GitVersion on its window beside GitVersion on everything, at three sizes. Each answer comes from a process of its own, nothing remembered.
/// </summary>
internal sealed class VersionBenchmark(BenchmarkOptions options, Report report)
{
    private const int CommitsPerTag = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (int commits in (int[])[1_000, 10_000, 50_000])
        {
            using var repository = new TempRepository();
            await ImportAsync(repository, commits, cancellationToken);
            await CompareAsync(repository, commits, cancellationToken);
        }
    }

    private async Task CompareAsync(TempRepository repository, int commits, CancellationToken cancellationToken)
    {
        Command[] commands = [Ask(repository, "window"), Ask(repository, "whole")];
        var runs = new List<(double Seconds, double? PeakMiB, string Output)>[] { [], [] };

        // The whole of a large history takes minutes a time; two rounds tell as much there.
        int rounds = commits > 10_000 ? 2 : Math.Min(5, options.Repetitions);
        for (int round = 0; round < rounds * 2; round++)
            runs[round % 2].Add(await Meter.RunAsync(commands[round % 2], watchesMemory: round < 2, cancellationToken));

        Sample[] samples = [.. commands.Select((command, at) => new Sample(command.Name, [.. runs[at].Select(run => run.Seconds)], runs[at][0].PeakMiB))];
        string[] answers = [.. runs.Select(run => run[0].Output.Trim())];
        string size = commits.ToString("N0", CultureInfo.InvariantCulture);
        report.Add($"(c) version of a fix, {size} commits, {commits / CommitsPerTag:N0} tags: {answers[0]}", samples);
        report.Expect(
            $"{size} commits: same version on the window and on everything",
            answers[0].Split(' ')[0] == answers[1].Split(' ')[0] ? 1 : 0,
            "",
            least: 1
        );
        if (commits == 50_000)
            report.Expect($"{size} commits: times quicker than everything", samples[1].Median / samples[0].Median, "x", least: 20);
    }

    private static Command Ask(TempRepository repository, string extent) =>
        new(
            $"GitVersion, {extent}",
            "dotnet",
            [typeof(VersionBenchmark).Assembly.Location, "ask", repository.Path, extent],
            repository.Path,
            environment =>
            {
                string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
                TempRepository.Clean(environment, Path.GetDirectoryName(repository.Path)!);
                environment["NUGET_PACKAGES"] = packages;
            },
            () => Forget(repository)
        );

    private static void Forget(TempRepository repository)
    {
        string memory = Path.Combine(repository.Path, ".git", "hotfix");
        if (Directory.Exists(memory))
            Directory.Delete(memory, recursive: true);
    }

    private static async Task ImportAsync(TempRepository repository, int commits, CancellationToken cancellationToken)
    {
        await repository.ImportAsync(input => new LongHistory(commits, CommitsPerTag).WriteAsync(input, cancellationToken));
        repository.Git(["reset", "--quiet", "--hard"]);
        repository.Git(["gc", "--quiet"]);
        repository.Git(["remote", "add", "origin", repository.Path]);
    }
}
