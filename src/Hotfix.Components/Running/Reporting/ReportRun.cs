using Hotfix.Core.Errors;
using Hotfix.Core.Reporting;
using Hotfix.Pipeline.Running;
using Hotfix.Reports;
using Serilog;

namespace Hotfix.Components.Running.Reporting;

/// <summary>One run of <c>Report</c>: looks, counts, writes the files, and prints where they are and what stands in them.</summary>
internal sealed class ReportRun(IReport build, TimeProvider time)
{
    /// <exception cref="HotfixException">HF1045 or HF1046 for a day that cannot be, HF4290 when a file cannot be written; what GitHub or git refuses.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var request = ReportRequest.Parse(build.Since, now);
        Services services = await build.Run.ServicesAsync(cancellationToken);
        _ = services.RequiredGitHubReader;
        var look = new ReportLook(services, build.Run.Request, (build as IHazDeployment)?.StagingEnvironment ?? "hotfix-staging");
        (HistoryFacts facts, IReadOnlyList<string> limits) = await look.ReadAsync(request.Since, cancellationToken);
        var report = DeliveryReport.Of(services.HotfixRecords.Repository, facts, request.Since, now);
        report = report with { Notes = ReportNotes.Of(report, limits) };
        string folder = OwnWords.Artifacts(build, "output") / "report";
        var files = new ReportFiles(build.ReportFolder is { } given ? Path.GetFullPath(given, Environment.CurrentDirectory) : folder);
        await files.WriteAsync(report, cancellationToken);
        Show(report, files);
    }

    private static void Show(DeliveryReport report, ReportFiles files)
    {
        string since = $"since {report.From.UtcDateTime:yyyy-MM-dd}";
        if (report.Hotfixes.Count == 0)
            Log.Information("No hotfix was merged in {Repository:l} {Since:l}", report.Repository, since);
        else
            Log.Information("{Count} hotfixes in {Repository:l} {Since:l}, {Deployments} {Kind:l} to production", report.Hotfixes.Count, report.Repository, since, report.Figures.Deployments, report.IsByReleases ? "releases" : "deployments");

        foreach ((string name, string value, string basis) in report.Hotfixes.Count == 0 ? [] : FigureText.Of(report.Figures))
            Log.Information("{Name,-22:l}  {Value,-14:l} {Basis:l}", name, value, basis);

        foreach (string note in report.Notes)
            Log.Information("note: {Note:l}", note);

        foreach (string path in files.Paths)
            Log.Information("written: {Path:l}", path);
    }
}
