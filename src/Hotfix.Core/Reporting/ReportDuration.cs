using System.Globalization;

namespace Hotfix.Core.Reporting;

/// <summary>A duration for a table that is skimmed: two units, rounded down.</summary>
internal static class ReportDuration
{
    /// <summary><c>3 d 4 h</c>, <c>2 h 10 min</c>, <c>12 min</c>, <c>40 s</c>.</summary>
    public static string Of(TimeSpan duration) =>
        duration switch
        {
            { TotalDays: >= 1 } => Text($"{(long)duration.TotalDays} d", duration.Hours, "h"),
            { TotalHours: >= 1 } => Text($"{duration.Hours} h", duration.Minutes, "min"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(duration.Seconds, 0)} s"),
        };

    private static string Text(string large, int small, string unit) =>
        small == 0 ? large : string.Create(CultureInfo.InvariantCulture, $"{large} {small} {unit}");
}
