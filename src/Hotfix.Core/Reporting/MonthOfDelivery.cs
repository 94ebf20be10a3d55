using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>One calendar month, UTC.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Figures">Of that month alone.</param>
/// <param name="Spent">Where the time of its restored hotfixes went on average; empty when it has none.</param>
internal sealed record MonthOfDelivery(DateOnly First, DeliveryFigures Figures, IReadOnlyDictionary<Occupation, TimeSpan> Spent)
{
    /// <summary>Every month of a period, the oldest first, those without a hotfix among them.</summary>
    public static IReadOnlyList<MonthOfDelivery> Of(HotfixHistory history, DateTimeOffset from, DateTimeOffset until)
    {
        List<MonthOfDelivery> months = [];
        for (var first = new DateOnly(from.UtcDateTime.Year, from.UtcDateTime.Month, 1); Midnight(first) < until; first = first.AddMonths(1))
            months.Add(Of(history, first));

        return months;
    }

    private static MonthOfDelivery Of(HotfixHistory history, DateOnly first)
    {
        (DateTimeOffset from, DateTimeOffset until) = (Midnight(first), Midnight(first.AddMonths(1)));
        ReportedHotfix[] restored =
        [
            .. history.Hotfixes.Where(hotfix => hotfix.MergedAt >= from && hotfix.MergedAt < until && hotfix.TimeToRestore is not null),
        ];
        Dictionary<Occupation, TimeSpan> spent =
            restored.Length == 0
                ? []
                : Enum.GetValues<Occupation>()
                    .ToDictionary(occupation => occupation, occupation => new TimeSpan((long)restored.Average(hotfix => hotfix.Timeline.Of(occupation).Ticks)));
        return new MonthOfDelivery(first, DeliveryFigures.Of(history, from, until), spent);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
