using OxyPlot;
using OxyPlot.Axes;

namespace Hotfix.Reports.Charts;

/// <summary>What all charts look like.</summary>
internal static class Chart
{
    private const double FontSize = 12;

    /// <summary>Room for '3 months' in the widest of usual fonts: the page's font is the reader's, and cannot be measured here.</summary>
    private const double RoomAtTheLeft = 66;

    /// <summary>A plot without a frame; the page has its title and its key.</summary>
    public static PlotModel Model(params Axis[] axes)
    {
        var model = new PlotModel
        {
            PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1),
            PlotAreaBorderColor = Ink.Axis,
            TextColor = Ink.Axis,
            PlotMargins = new OxyThickness(RoomAtTheLeft, double.NaN, double.NaN, double.NaN),
            Padding = new OxyThickness(0, 8, 30, 0),
        };
        foreach (Axis axis in axes)
            model.Axes.Add(axis);

        return model;
    }

    /// <summary>An axis in the page's colours.</summary>
    public static void Dress(Axis axis)
    {
        axis.FontSize = FontSize;
        axis.TextColor = Ink.Axis;
        axis.TicklineColor = Ink.Axis;
        axis.MajorGridlineColor = Ink.Grid;
        axis.TickStyle = TickStyle.None;
        axis.MajorTickSize = 4;
        axis.MinorTickSize = 0;
        axis.IsZoomEnabled = axis.IsPanEnabled = false;
    }
}
