using System.Collections;
using System.Text.Json;
using Hotfix.Components;
using Serilog;

internal sealed partial class Build
{
    /// <summary>Fetches what GitHub publishes about itself, and runs the tests whose traffic is compared with it.</summary>
    public Target Contract =>
        _ =>
            _.Description("Compares every exchange of adapter, local server and scenarios with GitHub's own descriptions (needs npm)")
                .TryAfter<IBenchmark>(x => x.Benchmark)
                .TryAfter<IPack>(x => x.Pack)
                .TryAfter<IInit>(x => x.Init)
                .Executes(() =>
                {
                    AbsolutePath contract = RootDirectory / "tests" / "contract";
                    ProcessTasks.StartProcess("npm", "ci --no-audit --no-fund --loglevel=error", contract).AssertZeroExitCode();
                    ProcessTasks.StartProcess("npm", "run --silent describe", contract).AssertZeroExitCode();
                    AbsolutePath reports = TemporaryDirectory / "contract";
                    if (Directory.Exists(reports))
                        Directory.Delete(reports, recursive: true);

                    Compare(RootDirectory / "tests" / "Hotfix.GitHub.Tests", reports);
                    Compare(RootDirectory / "tests" / "Hotfix.LocalGitHub.Tests", reports);

                    // Those that talk to a server from the first target to the last.
                    Compare(
                        RootDirectory / "tests" / "Hotfix.Scenarios",
                        reports,
                        " --filter FullyQualifiedName~Scenarios.Faults|FullyQualifiedName~StandardLane|FullyQualifiedName~WaitingForTheRules"
                    );

                    Report([
                        .. Directory
                            .EnumerateFiles(reports, "*.json")
                            .Select(file => JsonSerializer.Deserialize<ContractReport>(File.ReadAllText(file), JsonSerializerOptions.Web)!),
                    ]);
                });

    // A process that sets variables of its own starts from those that we have.
    private static void Compare(AbsolutePath project, AbsolutePath reports, string filter = "")
    {
        Dictionary<string, string> environment = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Where(entry =>
                !((string)entry.Key).StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                && !((string)entry.Key).StartsWith("NUKE_", StringComparison.OrdinalIgnoreCase)
            )
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        environment["HOTFIX_CONTRACT_REPORT"] = reports;
        ProcessTasks.StartProcess("dotnet", "test --nologo --disable-build-servers --verbosity quiet" + filter, project, environment).AssertZeroExitCode();
    }

    private static void Report(ContractReport[] reports)
    {
        int exchanges = reports.Sum(report => report.Exchanges);
        int operations = reports.SelectMany(report => report.Operations).Distinct().Count();
        foreach (string exception in reports.SelectMany(report => report.Exceptions).Distinct())
            Log.Information("known exception: {Exception:l}", exception);

        Log.Information(
            "{Exchanges} exchanges checked ({Operations} operations), {Violations} violations, {Undeclared} undeclared",
            exchanges,
            operations,
            reports.Sum(report => report.Violations),
            reports.Sum(report => report.Undeclared)
        );
        Assert.True(
            exchanges > 0 && reports.All(report => report is { Violations: 0, Undeclared: 0 }),
            "GitHub's descriptions say otherwise; the tests' output above names each finding"
        );
    }

    private sealed record ContractReport(int Exchanges, int Violations, int Undeclared, string[] Operations, string[] Exceptions);
}
