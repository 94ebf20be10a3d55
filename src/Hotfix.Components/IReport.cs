using System.ComponentModel;
using Hotfix.Components.Running.Reporting;

namespace Hotfix.Components;

/// <summary>Target <c>Report</c>.</summary>
public interface IReport : IHazHotfix
{
    /// <summary>The first day.</summary>
    [Category("Post-mortem and report")]
    [Parameter("First day of the report, UTC, such as 2026-01-01; everything unless set")]
    string? Since => TryGetValue(() => Since);

    /// <summary>Where it goes.</summary>
    [Category("Post-mortem and report")]
    [Parameter("Folder for report.html, report.json and report.csv; report in the build's artifacts, else output/report, unless set")]
    string? ReportFolder => TryGetValue(() => ReportFolder);

    /// <summary>
    /// Writes what all hotfixes of the repository cost and where their time went, as a page, as JSON and as CSV. Changes nothing on GitHub; running
    /// it again writes the files anew.
    /// </summary>
    Target Report =>
        _ =>
            _.Description("Writes how all hotfixes went and where their time was spent: a page with charts, JSON and CSV")
                .InOrder(this, nameof(Report))
                .Executes(() => new ReportRun(Run.Context, Since, Folder).RunAsync(CancellationToken.None));

    private string Folder => ReportFolder is { } given ? Path.GetFullPath(given, Environment.CurrentDirectory) : OwnWords.Artifacts(this, "output") / "report";
}
