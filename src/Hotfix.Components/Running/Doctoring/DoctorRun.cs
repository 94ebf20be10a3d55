using Hotfix.Components.Testing;
using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Doctoring;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running.Doctoring;

/// <summary>One run of <c>Doctor</c>: looks, judges, and prints; changes nothing.</summary>
internal sealed class DoctorRun(HotfixRun run)
{
    /// <exception cref="HotfixException">HF4249 when something would stop a hotfix.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        DoctorFacts facts = await new DoctorLook(DoctorSources.Of(services), run.Request, TimeProvider.System).ReadAsync(Expected(), cancellationToken);
        IReadOnlyList<Finding> findings = DoctorFindings.Of(facts with { Tests = Tests() });
        run.Record.Findings = findings;
        foreach (Finding finding in findings.OrderBy(finding => finding.Severity))
            Show(finding);

        Finding[] stops = [.. findings.Where(finding => finding.Severity == FindingSeverity.Stop)];
        if (stops.Length > 0)
            throw new HotfixException(Stopped(stops));

        Log.Information("Nothing would stop a hotfix; {Count} of {All} findings are worth a look", findings.Count(finding => finding.Severity == FindingSeverity.Warn), findings.Count);
    }

    private PlannedTests? Tests() => run.Build is not IRunTests tests ? null
        : OwnTest.Of(tests) is { } own ? new PlannedTests(own, null)
        : TestRunner.IsOverridden(tests.GetType()) ? new PlannedTests($"{tests.GetType().Name}.{nameof(IRunTests.RunTestsAsync)}", null)
        : TestDiscovery.Plan(TestSettings.Of(tests, tests.RootDirectory)) is var plan ? new PlannedTests(plan.Describe(), (plan as TestPlan.Refused)?.Refusal)
        : null;

    /// <summary>As this build is configured.</summary>
    private DoctorExpectations Expected()
    {
        ReleaseSettings release = run.Request.Release;
        var expected = new DoctorExpectations(run.Request.Production.Environment, (run.Build as IHazDeployment)?.StagingEnvironment ?? "hotfix-staging");
        return expected with
        {
            App = run.Request.App,
            Deploying = expected.Deploying with { File = (run.Build as IAwaitDeploy)?.DeployWorkflow ?? expected.Deploying.File, IsNeeded = (run.Build as IAwaitDeploy)?.DeployWorkflow is not null },
            Releasing = release.Strategy == ReleaseStrategy.Dispatch
                ? new ExpectedWorkflow(release.Workflow, [.. release.Inputs.Keys, "correlation-id"], "Release, which starts it") { IsNeeded = true }
                : null,
        };
    }

    private static void Show(Finding finding)
    {
        switch (finding.Severity)
        {
            case FindingSeverity.Ok:
                Log.Information("ok    {What:l}", finding.What);
                break;
            case FindingSeverity.Warn:
                Log.Warning("warn  {Code:l} {What:l}\n      breaks: {Breaks:l}\n      remedy: {Remedy:l}", finding.Code, finding.What, finding.Breaks, finding.Remedy);
                break;
            default:
                Log.Error("stop  {Code:l} {What:l}\n      breaks: {Breaks:l}\n      remedy: {Remedy:l}", finding.Code, finding.What, finding.Breaks, finding.Remedy);
                break;
        }
    }

    private static Refusal Stopped(Finding[] stops) => new(
        "HF4249",
        What: $"{stops.Length} finding{(stops.Length == 1 ? "" : "s")} would stop a hotfix; nothing was changed.",
        Why: string.Join("; ", stops.Select(stop => $"{stop.Code} {stop.What}")) + ".",
        Next: $"Begin with the first: {stops[0].Remedy}");
}
