using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>The targets in a small and in a large repository of one shape, in a full clone and in one of depth 1, with plain git beside them.</summary>
internal sealed class ScaleBenchmark(BenchmarkOptions options, Report report)
{
    private const string Plain = "git fetch && git checkout -b";
    private static readonly string Build = RepositoryRoot.Combine("build.sh");

    private static readonly (string Name, string File, string[] Arguments)[] Commands =
    [
        (Plain, "bash", ["-c", "git fetch --quiet && git checkout --quiet -b hotfix/null-ref --no-track origin/main"]),
        ("Status", Build, ["Status"]),
        ("CreateHotfixBranch", Build, ["CreateHotfixBranch", "--description", "null ref in checkout"]),
        ("Release --dry-run", "bash", ["-c", $"'{Build}' Release --dry-run --check-grace 0s || [ $? -eq 75 ]"]),
        ("Report", Build, ["Report"]),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var figures = new Dictionary<(string Command, bool IsShallow, bool IsLarge), ScaleFigure>();
        foreach (bool isLarge in new[] { false, true })
        {
            ScaledHistory history = isLarge ? ScaledHistory.Large : ScaledHistory.Small;
            string path = await history.MakeAsync(RepositoryRoot.Combine(".nuke", "temp", "scale"), cancellationToken);
            using var folder = new TempFolder();
            await using LocalGitHubServer server = await LocalGitHubServer.StartAsync(
                new LocalGitHubOptions { DataDirectory = folder.Combine("data") },
                cancellationToken
            );
            await server.AddRepositoryAsync("acme", "shop", path, cancellationToken);
            var there = new ScaleServer(server, folder, path);
            foreach (bool isShallow in new[] { false, true })
            {
                foreach ((string name, string file, string[] arguments) in Commands)
                {
                    figures[(name, isShallow, isLarge)] = await MeasureAsync(
                        there,
                        new Command(name, file, arguments, there.Clone, there.Prepare),
                        isShallow,
                        cancellationToken
                    );
                }
            }
        }

        report.AddTable(
            $"(f) scale: {ScaledHistory.Small.Describe()}; {ScaledHistory.Large.Describe()}",
            ["what", "clone", "small s", "large s", "growth", "processes", "requests", "fetched MiB", "peak MiB"],
            [.. Commands.SelectMany(command => new[] { false, true }.Select(isShallow => Row(command.Name, isShallow, figures)))]
        );
        double most = Growth(Plain, isShallow: false, figures);
        foreach ((string name, _, _) in Commands.Skip(1))
        {
            report.Expect($"{name} grows no more than plain git", Growth(name, isShallow: false, figures), "x", most: Math.Max(most, 1));
            report.Expect($"{name}, depth 1 beside a full clone", figures[(name, true, true)].Seconds / figures[(name, false, true)].Seconds, "x", most: 2);
        }
    }

    private async Task<ScaleFigure> MeasureAsync(ScaleServer there, Command command, bool isShallow, CancellationToken cancellationToken)
    {
        var runs = new List<ScaleFigure>();
        for (int round = 0; round < Math.Min(3, options.Repetitions); round++)
        {
            there.CloneAnew(isShallow);
            (long bytes, int requests) = (there.Bytes, there.Requests);
            (double seconds, double? peak, _) = await Meter.RunAsync(command, watchesMemory: round == 0, cancellationToken);
            runs.Add(new ScaleFigure(seconds, there.Processes, there.Requests - requests, (there.Bytes - bytes) / 1_048_576.0, peak));
        }

        return runs[0] with
        {
            Seconds = new Sample(command.Name, [.. runs.Select(run => run.Seconds)], null).Median,
        };
    }

    private static double Growth(string command, bool isShallow, Dictionary<(string, bool, bool), ScaleFigure> figures) =>
        figures[(command, isShallow, true)].Seconds / figures[(command, isShallow, false)].Seconds;

    private static string[] Row(string command, bool isShallow, Dictionary<(string, bool, bool), ScaleFigure> figures)
    {
        (ScaleFigure small, ScaleFigure large) = (figures[(command, isShallow, false)], figures[(command, isShallow, true)]);
        return
        [
            command,
            isShallow ? "depth 1" : "full",
            $"{small.Seconds:0.00}",
            $"{large.Seconds:0.00}",
            $"x{large.Seconds / small.Seconds:0.0}",
            $"{small.Processes} / {large.Processes}",
            $"{small.Requests} / {large.Requests}",
            $"{small.FetchedMiB:0.0} / {large.FetchedMiB:0.0}",
            $"{small.PeakMiB:0} / {large.PeakMiB:0}",
        ];
    }
}
