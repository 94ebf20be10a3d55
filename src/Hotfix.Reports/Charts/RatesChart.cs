using System.Globalization;
using Hotfix.Core.Reporting;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Hotfix.Reports.Charts;

/// <summary>Which share of each month's deployments went wrong, or was made because of that.</summary>
internal sealed class RatesChart(DeliveryReport report) : IChart
{
    private static readonly double[] Steps = [0.02, 0.05, 0.1, 0.2];

    public string Name => "rates";

    public PlotModel Model(ChartSize size)
    {
        var months = new MonthAxis([.. report.Months.Select(month => month.First)], size);
        double most = report
            .Months.SelectMany(month => new[] { month.Figures.ChangeFailureRate, month.Figures.ReworkRate })
            .OfType<Rate>()
            .Select(rate => rate.Value)
            .DefaultIfEmpty()
            .Max();
        double step = Steps.First(step => most <= step * 5);
        var share = new LinearAxis
        {
            Position = AxisPosition.Left,
            Minimum = 0,
            Maximum = Math.Max(1, Math.Ceiling(most / step)) * step,
            MajorStep = step,
            MajorGridlineStyle = LineStyle.Solid,
            LabelFormatter = value => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0} %"),
        };
        Chart.Dress(share);
        PlotModel model = Chart.Model(months, share);
        model.Series.Add(
            Line(
                months,
                figures => figures.ChangeFailureRate,
                new LineSeries
                {
                    Color = Ink.Failed,
                    MarkerType = MarkerType.Circle,
                    MarkerFill = Ink.Failed,
                }
            )
        );
        model.Series.Add(
            Line(
                months,
                figures => figures.ReworkRate,
                new LineSeries
                {
                    Color = Ink.Rework,
                    MarkerType = MarkerType.Square,
                    MarkerFill = Ink.Rework,
                    LineStyle = LineStyle.Dash,
                }
            )
        );
        return model;
    }

    private LineSeries Line(MonthAxis months, Func<DeliveryFigures, Rate?> of, LineSeries line)
    {
        line.StrokeThickness = 2;
        line.MarkerSize = 4;
        foreach (MonthOfDelivery month in report.Months)
        {
            double middle = (months.Place(month.First) + months.Place(month.First.AddMonths(1))) / 2;
            line.Points.Add(new DataPoint(middle, of(month.Figures)?.Value ?? double.NaN));
        }

        return line;
    }
}
