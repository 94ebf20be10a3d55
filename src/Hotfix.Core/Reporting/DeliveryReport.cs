namespace Hotfix.Core.Reporting;

/// <summary>All that a report says, however it is written down.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="From">The begin of the period: what was asked for, or else the first thing that is known.</param>
/// <param name="Until">When it was looked.</param>
internal sealed record DeliveryReport(string Repository, DateTimeOffset From, DateTimeOffset Until)
{
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ReportedHotfix> Hotfixes { get; init; }

    /// <summary>Of the whole period.</summary>
    public required DeliveryFigures Figures { get; init; }

    /// <summary>Of each month, the oldest first.</summary>
    public required IReadOnlyList<MonthOfDelivery> Months { get; init; }

    /// <summary>Whether each published release counts as a deployment, since none to production is known.</summary>
    public required bool IsByReleases { get; init; }

    /// <summary>What is missing and why, a sentence each; to be said aloud.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The report of one look.</summary>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <param name="facts">What was seen.</param>
    /// <param name="since">The begin of the period; <c>null</c> for everything.</param>
    /// <param name="now">When it was looked.</param>
    public static DeliveryReport Of(string repository, HistoryFacts facts, DateTimeOffset? since, DateTimeOffset now)
    {
        var history = HotfixHistory.Of(facts);
        DateTimeOffset from = since ?? First(history) ?? now;
        return new DeliveryReport(repository, from, now)
        {
            Hotfixes = [.. history.Hotfixes.Where(hotfix => hotfix.MergedAt >= from)],
            Figures = DeliveryFigures.Of(history, from, DateTimeOffset.MaxValue),
            Months = MonthOfDelivery.Of(history, from, now),
            IsByReleases = history.IsByReleases,
        };
    }

    // Deployments from before the first hotfix say how often things went well; what lies decades back is a wrong clock.
    private static DateTimeOffset? First(HotfixHistory history) =>
        history
            .Hotfixes.Select(hotfix => (DateTimeOffset?)hotfix.MergedAt)
            .Concat(history.Production.Deployments.Select(deployment => (DateTimeOffset?)deployment.At))
            .Where(at => at > Never)
            .Min();
}
