using Hotfix.Core.Errors;
using Hotfix.Core.Reporting;
using Hotfix.Pipeline.Runs;
using Hotfix.Reports;
using Serilog;

namespace Hotfix.Components.Running.Reporting;

/// <summary>One run of <c>Report</c>: looks, counts, writes the files, and prints where they are and what stands in them.</summary>
/// <param name="run">The run.</param>
/// <param name="since">Its first day, as it was typed; <c>null</c> for everything.</param>
/// <param name="folder">Absolute path of the folder for the files.</param>
internal sealed class ReportRun(RunContext run, string? since, string folder)
{
    /// <exception cref="HotfixException">HF1045 or HF1046 for a day that cannot be, HF4290 when a file cannot be written; what GitHub or git
    /// refuses.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = run.Settings.Time.GetUtcNow();
        var request = ReportRequest.Parse(since, now);
        Services services = await run.ServicesAsync(cancellationToken);
        _ = services.RequiredGitHub;
        var look = new ReportLook(services, run.Request);
        (HistoryFacts facts, IReadOnlyList<string> limits) = await look.ReadAsync(request.Since, cancellationToken);
        var report = DeliveryReport.Of(services.HotfixRecords.Repository, facts, request.Since, now);
        report = report with { Notes = ReportNotes.Of(report, limits) };
        var files = new ReportFiles(folder);
        await files.WriteAsync(report, cancellationToken);
        Show(report, files);
    }

    private static void Show(DeliveryReport report, ReportFiles files)
    {
        string period = $"since {report.From.UtcDateTime:yyyy-MM-dd}";
        if (report.Hotfixes.Count == 0)
        {
            Log.Information("No hotfix was merged in {Repository:l} {Since:l}", report.Repository, period);
        }
        else
        {
            Log.Information(
                "{Count} hotfixes in {Repository:l} {Since:l}, {Deployments} {Kind:l} to production",
                report.Hotfixes.Count,
                report.Repository,
                period,
                report.Figures.Deployments,
                report.IsByReleases ? "releases" : "deployments"
            );
        }

        foreach ((string name, string value, string basis) in report.Hotfixes.Count == 0 ? [] : FigureText.Of(report.Figures))
            Log.Information("{Name,-22:l}  {Value,-14:l} {Basis:l}", name, value, basis);

        foreach (string note in report.Notes)
            Log.Information("note: {Note:l}", note);

        foreach (string path in files.Paths)
            Log.Information("written: {Path:l}", path);
    }
}
