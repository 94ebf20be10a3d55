using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Doctoring;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running.Doctoring;

/// <summary>One run of <c>Doctor</c>: looks, judges, and prints; changes nothing.</summary>
/// <param name="run">The run.</param>
/// <param name="tests">What <c>Test</c> would run; <c>null</c> for a build without it.</param>
/// <param name="runTests">Runs them; <c>null</c> where they are only to be found.</param>
internal sealed class DoctorRun(RunContext run, PlannedTests? tests, Func<Task<TestRun>>? runTests = null)
{
    /// <exception cref="HotfixException">HF4249 when something would stop a hotfix.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        DoctorFacts facts = await new DoctorLook(DoctorSources.Of(services), run.Request, TimeProvider.System).ReadAsync(Expected(), cancellationToken);
        IReadOnlyList<Finding> findings = DoctorFindings.Of(facts with { Tests = await TestsAsync() });
        run.Record.Findings = findings;
        foreach (Finding finding in findings.OrderBy(finding => finding.Severity))
            Show(finding);

        Finding[] stops = [.. findings.Where(finding => finding.Severity == FindingSeverity.Stop)];
        if (stops.Length > 0)
            throw new HotfixException(Stopped(stops));

        Log.Information(
            "Nothing would stop a hotfix; {Count} of {All} findings are worth a look",
            findings.Count(finding => finding.Severity == FindingSeverity.Warn),
            findings.Count
        );
    }

    private async Task<PlannedTests?> TestsAsync()
    {
        if (runTests is null || tests is not { Refusal: null })
            return tests;

        Log.Information("Tests are run: {What:l}", tests.What);
        return tests with { Ran = await runTests() };
    }

    /// <summary>As this build is configured.</summary>
    private DoctorExpectations Expected()
    {
        var expected = new DoctorExpectations(run.Request.Production.Environment, run.Request.StagingEnvironment);
        return expected with
        {
            App = run.Request.App,
            Deploys = run.Request.Deploys,
            Deploying = Started("--deploy-inputs", "AwaitDeploy, which starts it") ?? expected.Deploying,
            Releasing = Started("--release-inputs", "Release, which starts it"),
        };
    }

    private ExpectedWorkflow? Started(string parameter, string reason) =>
        run.Request.Starts.FirstOrDefault(started => started.Parameter == parameter) is { } started
            ? new ExpectedWorkflow(started.File, [.. started.Inputs.Keys], reason) { IsNeeded = true, Parameter = parameter }
            : null;

    private static void Show(Finding finding)
    {
        switch (finding.Severity)
        {
            case FindingSeverity.Ok:
                Log.Information("ok    {What:l}", finding.What);
                break;
            case FindingSeverity.Warn:
                Log.Warning(
                    "warn  {Code:l} {What:l}\n      breaks: {Breaks:l}\n      remedy: {Remedy:l}",
                    finding.Code,
                    finding.What,
                    finding.Breaks,
                    finding.Remedy
                );
                break;
            default:
                Log.Error(
                    "stop  {Code:l} {What:l}\n      breaks: {Breaks:l}\n      remedy: {Remedy:l}",
                    finding.Code,
                    finding.What,
                    finding.Breaks,
                    finding.Remedy
                );
                break;
        }
    }

    private static Refusal Stopped(Finding[] stops) =>
        new(
            "HF4249",
            What: $"{stops.Length} finding{(stops.Length == 1 ? "" : "s")} would stop a hotfix; nothing was changed.",
            Why: string.Join("; ", stops.Select(stop => $"{stop.Code} {stop.What}")) + ".",
            Next: $"Begin with the first: {stops[0].Remedy}"
        );
}
