using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>A newcomer's first minutes, from a fresh clone and an empty package folder; beside another commit's where one is named.</summary>
internal sealed class ColdBenchmark(BenchmarkOptions options, Report report)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        FreshClone[] clones = FreshClone.Of(options, folder);
        (string Name, List<double>[] Seconds)[] figures =
        [
            .. new[] { "./build.sh Drill, first command, empty package folder", "./build.sh Drill, again", "dotnet build build/_build.csproj, clean" }.Select(
                name => (name, clones.Select(_ => new List<double>()).ToArray())
            ),
        ];
        for (int round = 0; round < Math.Min(3, options.Repetitions); round++)
        {
            for (int at = 0; at < clones.Length; at++)
            {
                FreshClone clone = clones[at];
                clone.Begin();
                Command drill = clone.Command("Drill", System.IO.Path.Combine(clone.Path, "build.sh"), "Drill");
                figures[0].Seconds[at].Add(await MeasureAsync(clone, drill, cancellationToken));
                figures[1].Seconds[at].Add(await MeasureAsync(clone, drill, cancellationToken));
                clone.Clean();
                Command build = clone.Command("build", "dotnet", "build", "build/_build.csproj", "--nologo", "-v", "quiet", "--disable-build-servers");
                figures[2].Seconds[at].Add(await MeasureAsync(clone, build, cancellationToken));
            }
        }

        foreach ((string name, List<double>[] seconds) in figures)
            report.Add($"(g) {name}", [.. clones.Select((clone, at) => new Sample(clone.Name, seconds[at], PeakMiB: null))]);
    }

    private static async Task<double> MeasureAsync(FreshClone clone, Command command, CancellationToken cancellationToken)
    {
        (double seconds, _, _) = await Meter.RunAsync(command, watchesMemory: false, cancellationToken);
        await clone.SettleAsync(cancellationToken);
        return seconds;
    }
}
