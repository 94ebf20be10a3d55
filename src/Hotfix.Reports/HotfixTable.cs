using System.Globalization;
using Hotfix.Core.Reporting;
using Hotfix.Core.Snapshots;

namespace Hotfix.Reports;

/// <summary>Every hotfix, a row each. On a narrow screen a row becomes a card; the roles say that it still is a table.</summary>
internal static class HotfixTable
{
    private const int MostWords = 140;

    private static readonly (string Name, string Kind, Func<ReportedHotfix, string> Cell)[] Columns =
    [
        ("Merged", "", hotfix =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"<time datetime=\"{hotfix.MergedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\"><span class=\"number\">{hotfix.MergedAt.UtcDateTime:yyyy-MM-dd}</span> {hotfix.MergedAt.UtcDateTime:HH:mm}</time>"
            )
        ),
        ("Lane", "", hotfix => hotfix.Lane == Lane.Exceptional ? "exceptional" : "standard"),
        ("Release", "", hotfix => hotfix.Tag is { } tag ? Html.Text(tag.Name) : ReportCell.Unknown),
        ("Size", "size", Size),
        ("Time to restore", "number", hotfix => ReportCell.Of(hotfix.TimeToRestore)),
        ("Lead time", "number", hotfix => ReportCell.Of(hotfix.LeadTime)),
        ("Waiting for checks", "number", hotfix => ReportCell.Of(hotfix.WaitingForChecks)),
        ("Waiting for review", "number", hotfix => ReportCell.Of(hotfix.WaitingForReview)),
        ("Waiting for deployment", "number", hotfix => ReportCell.Of(hotfix.WaitingForDeployment)),
        ("Rules set aside", "", Overrides),
        ("Forward-port", "", hotfix => hotfix.ForwardPort switch
            {
                CarriedOver.NotNeeded => "not needed",
                CarriedOver.Open => "open",
                CarriedOver.Done => "done",
                _ => ReportCell.Unknown,
            }),
        ("Post-mortem", "", hotfix => hotfix.PostMortem switch
            {
                PostMortemProgress.Done => "done",
                PostMortemProgress.Open => "open",
                _ => "none",
            }),
    ];

    public static string Compose(IReadOnlyList<ReportedHotfix> hotfixes)
    {
        string heads = string.Concat(Columns.Select(column => $"<th scope=\"col\" role=\"columnheader\">{column.Name}</th>"));
        return $"""
            <section id="hotfixes" tabindex="-1" aria-labelledby="h-hotfixes">
            <h2 id="h-hotfixes">Hotfixes</h2>
            <table role="table" class="list">
            <caption>All {hotfixes.Count} hotfixes, the newest first; a dash stands for what is not known</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Hotfix</th>{heads}</tr></thead>
            <tbody role="rowgroup">
            {string.Join('\n', hotfixes.Select(Row))}
            </tbody>
            </table>
            </section>
            """;
    }

    private static string Row(ReportedHotfix hotfix)
    {
        string number = Html.Link(hotfix.PullRequest.Url, string.Create(CultureInfo.InvariantCulture, $"#{hotfix.PullRequest.Number}"));
        string author = hotfix.Author.Length > 0 ? $" by {Html.Words(hotfix.Author, MostWords)}" : "";
        string head =
            $"<th scope=\"row\" role=\"rowheader\">{number} {Html.Words(hotfix.Title, MostWords)}<small>{Html.Words(hotfix.Branch.Value, MostWords)}{author}</small></th>";
        return $"<tr role=\"row\">{head}{string.Concat(Columns.Select(column => ReportCell.Cell(column.Name, column.Kind, column.Cell(hotfix))))}</tr>";
    }

    private static string Size(ReportedHotfix hotfix)
    {
        string tests = hotfix.Size.TestFiles switch
        {
            null => "",
            0 => ", no test",
            1 => ", 1 test",
            var count => string.Create(CultureInfo.InvariantCulture, $", {count} tests"),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"+{hotfix.Size.LinesAdded} −{hotfix.Size.LinesRemoved} in {hotfix.Size.Files} file{(hotfix.Size.Files == 1 ? "" : "s")}{tests}"
        );
    }

    private static string Overrides(ReportedHotfix hotfix) =>
        hotfix.Overrides switch
        {
            null => ReportCell.Unknown,
            { Count: 0 } => "none",
            var all => $"<ul>{string.Concat(all.Select(it => $"<li>{Html.Words($"{it.What}: {it.Reason}", MostWords)}</li>"))}</ul>",
        };
}
