using System.Globalization;
using Hotfix.Core.Reporting;
using Hotfix.Core.Timeline;

namespace Hotfix.Reports;

/// <summary>What the charts show, in figures.</summary>
internal static class MonthTable
{
    private static readonly (string Name, Func<MonthOfDelivery, string> Cell)[] Columns =
    [
        ("Hotfixes", month => Number(month.Figures.Hotfixes)),
        ("Deployments", month => Number(month.Figures.Deployments)),
        ("Time to restore", month => ReportCell.Of(month.Figures.TimeToRestore)),
        ("Lead time", month => ReportCell.Of(month.Figures.LeadTime)),
        .. Enum.GetValues<Occupation>()
            .Select(occupation => ($"Average {TimelineText.Name(occupation)}", (Func<MonthOfDelivery, string>)(month => Spent(month, occupation)))),
        ("Change failure rate", month => ReportCell.Of(month.Figures.ChangeFailureRate)),
        ("Deployment rework rate", month => ReportCell.Of(month.Figures.ReworkRate)),
    ];

    public static string Compose(DeliveryReport report)
    {
        string heads = string.Concat(Columns.Select(column => $"<th scope=\"col\" role=\"columnheader\">{Html.Text(column.Name)}</th>"));
        return $"""
            <section aria-labelledby="h-months">
            <h2 id="h-months">Month by month</h2>
            <table role="table" class="list months">
            <caption>The figures of the charts; times are medians where they are not averages, and below ten deployments a rate is given as a count</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Month</th>{heads}</tr></thead>
            <tbody role="rowgroup">
            {string.Join('\n', report.Months.Reverse().Select(Row))}
            </tbody>
            </table>
            </section>
            """;
    }

    private static string Row(MonthOfDelivery month)
    {
        string name = month.First.ToString("MMM yyyy", CultureInfo.InvariantCulture);
        return $"<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{name}</th>{string.Concat(Columns.Select(column => ReportCell.Cell(column.Name, "number", column.Cell(month))))}</tr>";
    }

    private static string Spent(MonthOfDelivery month, Occupation occupation) =>
        ReportCell.Of(month.Spent.TryGetValue(occupation, out TimeSpan spent) ? spent : (TimeSpan?)null);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
