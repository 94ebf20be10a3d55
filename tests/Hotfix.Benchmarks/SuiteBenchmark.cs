using System.Text.RegularExpressions;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>All tests from a fresh clone, once, by project, and those for the inner loop; beside another commit's where one is named.</summary>
internal sealed partial class SuiteBenchmark(BenchmarkOptions options, Report report)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        var whole = new List<Sample>();
        var rows = new List<string[]>();
        foreach (FreshClone clone in FreshClone.Of(options, folder))
        {
            clone.Begin();
            string script = Path.Combine(clone.Path, "build.sh");
            // What is red stands in the table.
            (double seconds, _, string output) = await RunAsync(clone, "Test", $"'{script}' Test --no-logo || true", cancellationToken);
            whole.Add(new Sample($"{clone.Name}: Test", [seconds], PeakMiB: null));
            rows.AddRange(
                Project()
                    .Matches(output)
                    .Select(match => (string[])[clone.Name, .. new[] { "name", "passed", "failed", "took" }.Select(group => match.Groups[group].Value)])
            );
            if (File.Exists(Path.Combine(clone.Path, "build", "Build.TestQuick.cs")))
            {
                clone.Clean();
                (double quick, _, _) = await RunAsync(clone, "TestQuick", $"'{script}' TestQuick --no-logo", cancellationToken);
                whole.Add(new Sample($"{clone.Name}: TestQuick, compiled from nothing", [quick], PeakMiB: null));
                (double again, _, _) = await RunAsync(clone, "TestQuick", $"'{script}' TestQuick --no-logo", cancellationToken);
                whole.Add(new Sample($"{clone.Name}: TestQuick, again", [again], PeakMiB: null));
            }
        }

        report.Add("(h) suite, once each", [.. whole]);
        report.AddTable("(h) suite by project", ["commit", "project", "passed", "failed", "took"], [.. rows]);
    }

    private static async Task<(double Seconds, double? PeakMiB, string Output)> RunAsync(
        FreshClone clone,
        string name,
        string script,
        CancellationToken cancellationToken
    )
    {
        (double, double?, string) figures = await Meter.RunAsync(clone.Command(name, "bash", "-c", script), watchesMemory: false, cancellationToken);
        await clone.SettleAsync(cancellationToken);
        return figures;
    }

    [GeneratedRegex(@"Failed: +(?<failed>\d+), Passed: +(?<passed>\d+),.*Duration: (?<took>[^-]+?) - (?<name>[\w.]+)\.dll", RegexOptions.CultureInvariant)]
    private static partial Regex Project();
}
