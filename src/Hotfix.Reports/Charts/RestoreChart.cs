using Hotfix.Core.Reporting;
using OxyPlot;
using OxyPlot.Series;

namespace Hotfix.Reports.Charts;

/// <summary>How long each hotfix took, and each month's median.</summary>
internal sealed class RestoreChart(DeliveryReport report) : IChart
{
    public string Name => "restore";

    public PlotModel Model(ChartSize size)
    {
        var months = new MonthAxis([.. report.Months.Select(month => month.First)], size);
        PlotModel model = Chart.Model(months, new DurationAxis([.. report.Hotfixes.Select(hotfix => hotfix.TimeToRestore).OfType<TimeSpan>()]));
        var points = new ScatterSeries
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = 3.5,
            MarkerFill = Ink.Point,
            MarkerStroke = Ink.Paper,
            MarkerStrokeThickness = 0.5,
        };
        foreach (ReportedHotfix hotfix in report.Hotfixes)
        {
            if (hotfix.TimeToRestore is { } took)
                points.Points.Add(new ScatterPoint(months.Place(hotfix.MergedAt), DurationAxis.Place(took)));
        }

        model.Series.Add(points);
        model.Series.Add(Medians(months));
        return model;
    }

    // A step over each month; where nothing was restored, the line has a gap.
    private LineSeries Medians(MonthAxis months)
    {
        var line = new LineSeries
        {
            Color = Ink.Median,
            StrokeThickness = 2.5,
            LineJoin = LineJoin.Round,
        };
        foreach (MonthOfDelivery month in report.Months)
        {
            double value = month.Figures.TimeToRestore is { } took ? DurationAxis.Place(took.Median) : double.NaN;
            line.Points.Add(new DataPoint(months.Place(month.First), value));
            line.Points.Add(new DataPoint(months.Place(month.First.AddMonths(1)), value));
        }

        return line;
    }
}
