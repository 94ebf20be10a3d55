using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>A whole rehearsal, and what of it is its own: not the sample's tests, which run five times over, and not the waiting for people and CI.</summary>
internal sealed partial class DrillBenchmark(BenchmarkOptions options, Report report)
{
    private static readonly string[] TestsOrWaits = ["CI on main", "author", "Test, OpenPR", "AwaitMerge: check", "AwaitMerge: review", "Release"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var drill = new Command(
            "the whole drill",
            "dotnet",
            [RepositoryRoot.Combine("src", "Rehearsal", "Hotfix.Drill", "bin", "embedded", "Debug", "Hotfix.Drill.dll"), "drill", "--build", BuildProgram.Path],
            RepositoryRoot.Path
        );
        var whole = new List<double>();
        var own = new List<double>();
        double? peak = null;
        for (int round = 0; round < Math.Min(3, options.Repetitions); round++)
        {
            (double seconds, double? memory, string output) = await Meter.RunAsync(drill, watchesMemory: true, cancellationToken);
            whole.Add(seconds);
            own.Add(seconds - Stages(output).Where(stage => TestsOrWaits.Contains(stage.Name)).Sum(stage => stage.Seconds));
            peak = Math.Max(peak ?? 0, memory ?? 0);
        }

        report.Add(
            "(d) Drill",
            new Sample(drill.Name, whole, peak),
            new Sample("its own part: server, branch, merge, second run, verification", own, PeakMiB: null)
        );
    }

    private static IEnumerable<(string Name, double Seconds)> Stages(string output) =>
        Stage().Matches(output).Select(match => (match.Groups["name"].Value, double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^(?<name>\w[\w:, ]*?) {2,}(?<seconds>\d+\.\d) s ", RegexOptions.Multiline)]
    private static partial Regex Stage();
}
