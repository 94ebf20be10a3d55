using OxyPlot;

namespace Hotfix.Reports.Charts;

/// <summary>Colours by role. What is drawn is the role's number; the page's style says which colour that is, by day and by night.</summary>
internal static class Ink
{
    public static readonly OxyColor Axis = Of(1);
    public static readonly OxyColor Grid = Of(2);
    public static readonly OxyColor Point = Of(3);
    public static readonly OxyColor Median = Of(4);
    public static readonly OxyColor Failed = Of(5);
    public static readonly OxyColor Rework = Of(6);
    public static readonly OxyColor Paper = Of(7);

    /// <summary>One for each occupation, from 10 on.</summary>
    public static OxyColor Spent(int occupation) => Of(10 + occupation);

    /// <summary>The class that the page's style knows the role by; <c>null</c> for what is not drawn in one.</summary>
    public static string? ClassOf(string colour, char prefix) =>
        colour.StartsWith("rgb(0,0,", StringComparison.Ordinal) && colour.EndsWith(')') ? $"{prefix}{colour["rgb(0,0,".Length..^1]}" : null;

    private static OxyColor Of(int number) => OxyColor.FromRgb(0, 0, (byte)number);
}
