using System.Globalization;
using Hotfix.Core.Reporting;
using Hotfix.Core.Timeline;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Hotfix.Reports.Charts;

/// <summary>Where the time of each month's hotfixes went: a column each, its parts on top of one another.</summary>
internal sealed class SpentChart(DeliveryReport report) : IChart
{
    /// <summary>From the bottom of a column to its top, as a hotfix goes through them.</summary>
    public static IReadOnlyList<Occupation> Order { get; } = Enum.GetValues<Occupation>();

    public string Name => "spent";

    public PlotModel Model(ChartSize size)
    {
        var months = new MonthAxis([.. report.Months.Select(month => month.First)], size);
        TimeSpan most = report.Months.Select(month => new TimeSpan(month.Spent.Values.Sum(spent => spent.Ticks))).DefaultIfEmpty().Max();
        (TimeSpan unit, string name) = most switch
        {
            { TotalDays: >= 3 } => (TimeSpan.FromDays(1), "d"),
            { TotalHours: >= 3 } => (TimeSpan.FromHours(1), "h"),
            _ => (TimeSpan.FromMinutes(1), "min"),
        };
        var amount = new LinearAxis
        {
            Position = AxisPosition.Left,
            Minimum = 0,
            MaximumPadding = 0.05,
            MajorGridlineStyle = LineStyle.Solid,
            LabelFormatter = value => string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {name}"),
        };
        Chart.Dress(amount);
        PlotModel model = Chart.Model(months, amount);
        foreach (Occupation occupation in Order)
            model.Series.Add(Layer(occupation, months, unit));

        return model;
    }

    private RectangleBarSeries Layer(Occupation occupation, MonthAxis months, TimeSpan unit)
    {
        var layer = new RectangleBarSeries
        {
            FillColor = Ink.Spent((int)occupation),
            StrokeColor = Ink.Paper,
            StrokeThickness = 0.5,
        };
        foreach (MonthOfDelivery month in report.Months.Where(month => month.Spent.Count > 0))
        {
            double below = Order.TakeWhile(it => it != occupation).Sum(it => month.Spent[it] / unit);
            (double from, double to) = (months.Place(month.First), months.Place(month.First.AddMonths(1)));
            double gap = (to - from) * 0.12;
            layer.Items.Add(new RectangleBarItem(from + gap, below, to - gap, below + (month.Spent[occupation] / unit)));
        }

        return layer;
    }
}
