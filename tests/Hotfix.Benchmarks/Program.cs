using Hotfix.Benchmarks;
using Hotfix.Testing;

// Measures what nobody wants to wait for at 03:00. Both sides of a ratio run in turns in this same run, on this same machine.
// Arguments: names of parts (status, branch, version, report, scale, drill, cold, suite) to measure only those; --repetitions N; --against COMMIT;
// --output FOLDER.
if (args is ["ask", var directory, var extent])
    return await VersionQuery.RunAsync(directory, extent);

BenchmarkOptions options = BenchmarkOptions.Parse(args);
var report = new Report(options);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

(string Name, Func<Task> Measure)[] parts =
[
    ("status", () => new StatusBenchmark(options, report).RunAsync(stop.Token)),
    ("branch", () => new BranchBenchmark(options, report).RunAsync(stop.Token)),
    ("version", () => new VersionBenchmark(options, report).RunAsync(stop.Token)),
    ("report", () => new ReportBenchmark(options, report).RunAsync(stop.Token)),
    ("scale", () => new ScaleBenchmark(options, report).RunAsync(stop.Token)),
    ("drill", () => new DrillBenchmark(options, report).RunAsync(stop.Token)),
    ("cold", () => new ColdBenchmark(options, report).RunAsync(stop.Token)),
    ("suite", () => new SuiteBenchmark(options, report).RunAsync(stop.Token)),
];
foreach ((string name, Func<Task> measure) in parts.Where(part => options.Wants(part.Name)))
{
    Console.WriteLine($"measuring: {name}");
    await measure();
}

Console.WriteLine();
Console.WriteLine(report.ToMarkdown());
report.Write(options.Output ?? RepositoryRoot.Combine("artifacts", "benchmark"));
return 0;
