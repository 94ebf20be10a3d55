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

    /// <summary>Writes what all hotfixes of the repository cost and where their time went, as a page, as JSON and as CSV. Changes nothing on GitHub; running it again writes the files anew.</summary>
    Target Report => _ => _
        .Description("Writes how all hotfixes went and where their time was spent: a page with charts, JSON and CSV")
        .TryAfter<IRelease>(x => x.Release)
        .TryAfter<IHotfix>(x => x.Hotfix)
        .TryAfter<IDeploy>(x => x.Deploy)
        .TryAfter<IAwaitDeploy>(x => x.AwaitDeploy)
        .TryAfter<IVerify>(x => x.Verify)
        .TryAfter<IForwardPort>(x => x.ForwardPort)
        .TryAfter<IRollback>(x => x.Rollback)
        .TryAfter<IAbandon>(x => x.Abandon)
        .TryAfter<IReportStatus>(x => x.Status)
        .TryAfter<IDescribeRelease>(x => x.DescribeRelease)
        .TryAfter<IDoctor>(x => x.Doctor)
        .TryAfter<IPostMortem>(x => x.PostMortem)
        .TryAfter<IListOpen>(x => x.ListOpen)
        .TryBefore<IDrill>(x => x.Drill)
        .Executes(() => new ReportRun(this, TimeProvider.System).RunAsync(CancellationToken.None));
}
