using System.Globalization;
using OxyPlot.Axes;

namespace Hotfix.Reports.Charts;

/// <summary>Time from left to right, in days since the first month began; marked where months begin, as many of them as there is room for.</summary>
internal sealed class MonthAxis : LinearAxis
{
    private const int RoomOfLabel = 64;
    private const double RoomBeforeTheFirst = 0.015;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120];
    private readonly DateOnly _first;
    private readonly double[] _ticks;

    public MonthAxis(IReadOnlyList<DateOnly> months, ChartSize size)
    {
        _first = months[0];
        int most = Math.Max(2, (size.Width - 80) / RoomOfLabel);
        int step = Steps.First(step => (months.Count + step - 1) / step <= most || step == Steps[^1]);
        _ticks = [.. months.Where(month => ((month.Year * 12) + month.Month - 1) % step == 0 || months.Count <= most).Select(Place)];
        Position = AxisPosition.Bottom;
        Maximum = Place(months[^1].AddMonths(1));
        Minimum = Maximum * -RoomBeforeTheFirst;
        Chart.Dress(this);
        TickStyle = TickStyle.Outside;
        LabelFormatter = place => _first.AddDays((int)Math.Round(place)).ToString("MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>Where a day lies.</summary>
    public double Place(DateOnly day) => day.DayNumber - _first.DayNumber;

    /// <summary>Where a time lies.</summary>
    public double Place(DateTimeOffset time) => (time.UtcDateTime - _first.ToDateTime(TimeOnly.MinValue)).TotalDays;

    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues) =>
        (majorLabelValues, majorTickValues, minorTickValues) = (_ticks, _ticks, []);
}
