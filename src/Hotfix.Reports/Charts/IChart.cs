using OxyPlot;

namespace Hotfix.Reports.Charts;

/// <summary>One trend.</summary>
internal interface IChart
{
    /// <summary>Unique in the page.</summary>
    string Name { get; }

    /// <summary>What is to be drawn at this size.</summary>
    PlotModel Model(ChartSize size);
}
