namespace Hotfix.Reports.Charts;

/// <summary>A picture's size in CSS pixels: text keeps its size where the picture is not scaled.</summary>
/// <param name="Name">Its class in the page.</param>
/// <param name="Width">As the page gives it room.</param>
/// <param name="Height">At that width.</param>
internal sealed record ChartSize(string Name, int Width, int Height)
{
    /// <summary>For a screen, and for paper.</summary>
    public static ChartSize Wide { get; } = new("wide", 1180, 330);

    /// <summary>For a tablet, or half a screen.</summary>
    public static ChartSize Medium { get; } = new("medium", 720, 300);

    /// <summary>For a phone.</summary>
    public static ChartSize Narrow { get; } = new("narrow", 328, 260);

    /// <summary>All of them; the page shows one.</summary>
    public static IReadOnlyList<ChartSize> All { get; } = [Wide, Medium, Narrow];
}
