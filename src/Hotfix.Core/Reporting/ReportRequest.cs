using System.Globalization;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Reporting;

/// <summary>What a report is asked for.</summary>
/// <param name="Since">Midnight, UTC, of the first day; <c>null</c> for everything.</param>
internal sealed record ReportRequest(DateTimeOffset? Since)
{
    /// <summary>Reads <c>--since</c>.</summary>
    /// <param name="since">A day, <c>2026-01-31</c>; <c>null</c> for everything.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="HotfixException">HF1045 when it is no day, HF1046 when it is still to come.</exception>
    public static ReportRequest Parse(string? since, DateTimeOffset now)
    {
        if (since is null)
            return new ReportRequest((DateTimeOffset?)null);

        if (!DateOnly.TryParseExact(since.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw new HotfixException(
                "HF1045",
                what: $"'{since}' is no day that a report could begin with; nothing was written.",
                why: "--since takes a day as year, month and day, in UTC.",
                next: string.Create(CultureInfo.InvariantCulture, $"For this year: ./build.sh Report --since {now.UtcDateTime.Year}-01-01")
            );
        }

        var begin = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return begin <= now
            ? new ReportRequest(begin)
            : throw new HotfixException(
                "HF1046",
                what: $"The report was to begin on {since.Trim()}, which is still to come; nothing was written.",
                why: string.Create(CultureInfo.InvariantCulture, $"Today is {now.UtcDateTime:yyyy-MM-dd}, in UTC."),
                next: "Give an earlier day, or leave --since away for everything."
            );
    }
}
