using System.Globalization;
using Hotfix.Core.Reporting;
using Hotfix.Core.Timeline;
using Hotfix.Reports.Charts;

namespace Hotfix.Reports;

/// <summary>The trends, each drawn for a wide screen and paper, for a tablet, and for a phone: the same picture made small could not be read.</summary>
internal static class ReportCharts
{
    public static string Compose(DeliveryReport report)
    {
        string period = string.Create(CultureInfo.InvariantCulture, $"from {report.Months[0].First:MMMM yyyy} to {report.Months[^1].First:MMMM yyyy}");
        DeliveryFigures figures = report.Figures;
        return $"""
            <section aria-labelledby="h-trends">
            <h2 id="h-trends">Trends</h2>
            {Figure(
                new RestoreChart(report),
                "Time to restore",
                $"Each hotfix, and the median of each month, {period}: {FigureText.Median(figures.TimeToRestore)}, {FigureText.Spread(figures.TimeToRestore)}.",
                [("key-point", "one hotfix"), ("key-median", "median of the month")]
            )}
            {Figure(
                new SpentChart(report),
                "Where the time went",
                $"Average time per restored hotfix by what it was spent on, month by month, {period}.",
                [.. SpentChart.Order.Select(occupation => ($"key-{occupation.ToString().ToLowerInvariant()}", TimelineText.Name(occupation)))]
            )}
            {Figure(
                new RatesChart(report),
                "Deployments that went wrong",
                $"Share of each month's production deployments, {period}: change failure rate {FigureText.Share(figures.ChangeFailureRate)}, deployment rework rate {FigureText.Share(figures.ReworkRate)}.",
                [("key-failed", "change failure rate"), ("key-rework", "deployment rework rate")]
            )}
            </section>
            """;
    }

    private static string Figure(IChart chart, string title, string alternative, IReadOnlyList<(string Class, string Text)> keys)
    {
        string id = $"h-{chart.Name}";
        string shown = $"{alternative} The table below has the figures.";
        return $"""
            <figure>
            <figcaption><h3 id="{id}">{Html.Text(title)}</h3><p>{Html.Text(alternative)}</p></figcaption>
            <ul class="key">{string.Concat(keys.Select(key => $"<li><span class=\"{key.Class}\"></span>{Html.Text(key.Text)}</li>"))}</ul>
            {string.Join('\n', ChartSize.All.Select(size => Picture.Draw(chart, size, $"{title}. {shown}")))}
            </figure>
            """;
    }
}
