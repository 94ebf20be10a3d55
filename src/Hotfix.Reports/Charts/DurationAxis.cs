using OxyPlot;
using OxyPlot.Axes;

namespace Hotfix.Reports.Charts;

/// <summary>Durations from minutes to weeks beside each other: the logarithm of minutes, marked where people would mark it.</summary>
internal sealed class DurationAxis : LinearAxis
{
    private static readonly (double Minutes, string Name)[] Marks =
    [
        (1, "1 min"),
        (5, "5 min"),
        (15, "15 min"),
        (60, "1 h"),
        (240, "4 h"),
        (720, "12 h"),
        (1440, "1 day"),
        (4320, "3 days"),
        (10_080, "1 week"),
        (40_320, "4 weeks"),
        (131_040, "3 months"),
        (525_600, "1 year"),
        (5_256_000, "10 years"),
    ];

    private readonly double[] _ticks;

    public DurationAxis(IReadOnlyCollection<TimeSpan> durations)
    {
        double least = durations.Count == 0 ? 60 : Math.Max(1, durations.Min().TotalMinutes);
        double most = durations.Count == 0 ? 1440 : Math.Max(1, durations.Max().TotalMinutes);
        int from = Math.Max(0, Array.FindLastIndex(Marks, mark => mark.Minutes <= least));
        int to = Array.FindIndex(Marks, mark => mark.Minutes >= most);
        to = Math.Max(to < 0 ? Marks.Length - 1 : to, from + 1);
        _ticks = [.. Marks[from..(to + 1)].Select(mark => Math.Log10(mark.Minutes))];
        Position = AxisPosition.Left;
        Minimum = _ticks[0];
        Maximum = _ticks[^1];
        Chart.Dress(this);
        MajorGridlineStyle = LineStyle.Solid;
        LabelFormatter = place => Marks.MinBy(mark => Math.Abs(Math.Log10(mark.Minutes) - place)).Name;
    }

    /// <summary>Where a duration lies.</summary>
    public static double Place(TimeSpan duration) => Math.Log10(Math.Max(1, duration.TotalMinutes));

    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues) =>
        (majorLabelValues, majorTickValues, minorTickValues) = (_ticks, _ticks, []);
}
