using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Serilog;

namespace Hotfix.Components.Running.Doctoring;

/// <summary>One run of <c>Doctor</c>: looks, judges, and prints; changes nothing.</summary>
internal sealed class DoctorRun(HotfixRun run)
{
    /// <exception cref="HotfixException">HF4249 when something would stop a hotfix.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        var expected = new DoctorExpectations(Production: run.Request.Production.Environment);
        DoctorFacts facts = await new DoctorLook(DoctorSources.Of(services), run.Request, TimeProvider.System).ReadAsync(expected, cancellationToken);
        IReadOnlyList<Finding> findings = DoctorFindings.Of(facts);
        run.Record.Findings = findings;
        foreach (Finding finding in findings.OrderBy(finding => finding.Severity))
            Show(finding);

        Finding[] stops = [.. findings.Where(finding => finding.Severity == FindingSeverity.Stop)];
        if (stops.Length > 0)
            throw new HotfixException(Stopped(stops));

        Log.Information("Nothing would stop a hotfix; {Count} of {All} findings are worth a look", findings.Count(finding => finding.Severity == FindingSeverity.Warn), findings.Count);
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
