using System.Globalization;
using System.Text;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>
/// The hotfixes as comma-separated values (RFC 4180): a header, a line each, the newest first. Times are UTC, durations whole seconds, what is not known is
/// empty.
/// </summary>
internal static class ReportCsv
{
    private static readonly (string Name, Func<ReportedHotfix, string?> Value)[] Columns =
    [
        ("pull_request", hotfix => Number(hotfix.PullRequest.Number)),
        ("url", hotfix => hotfix.PullRequest.Url),
        ("branch", hotfix => hotfix.Branch.Value),
        ("title", hotfix => hotfix.Title),
        ("author", hotfix => hotfix.Author),
        ("lane", hotfix => hotfix.Lane == Lane.Exceptional ? "exceptional" : "standard"),
        ("release", hotfix => hotfix.Tag?.Name),
        ("merged_at", hotfix => Time(hotfix.MergedAt)),
        ("restored_at", hotfix => Time(hotfix.Timeline.Restored?.At)),
        ("files", hotfix => Number(hotfix.Size.Files)),
        ("lines_added", hotfix => Number(hotfix.Size.LinesAdded)),
        ("lines_removed", hotfix => Number(hotfix.Size.LinesRemoved)),
        ("test_files", hotfix => Number(hotfix.Size.TestFiles)),
        ("time_to_restore_s", hotfix => Seconds(hotfix.TimeToRestore)),
        ("lead_time_s", hotfix => Seconds(hotfix.LeadTime)),
        ("finding_and_fixing_s", hotfix => Seconds(hotfix.Timeline.Of(Occupation.Author))),
        ("waiting_for_checks_s", hotfix => Seconds(hotfix.WaitingForChecks)),
        ("waiting_for_review_s", hotfix => Seconds(hotfix.WaitingForReview)),
        ("waiting_for_merge_s", hotfix => Seconds(hotfix.Timeline.Of(Occupation.Queue))),
        ("waiting_for_deployment_s", hotfix => Seconds(hotfix.WaitingForDeployment)),
        ("overrides", hotfix => Number(hotfix.Overrides?.Count)),
        ("override_reasons", hotfix => hotfix.Overrides is { } overrides ? string.Join("; ", overrides.Select(it => $"{it.What}: {it.Reason}")) : null),
        ("forward_port", hotfix => ReportJson.Word(hotfix.ForwardPort)),
        ("post_mortem", hotfix => ReportJson.Word(hotfix.PostMortem)),
    ];

    /// <summary>The file's text; lines end with CR LF.</summary>
    public static string Compose(DeliveryReport report)
    {
        var text = new StringBuilder();
        Append(text, Columns.Select(column => (string?)column.Name));
        foreach (ReportedHotfix hotfix in report.Hotfixes)
            Append(text, Columns.Select(column => column.Value(hotfix)));

        return text.ToString();
    }

    /// <summary>One cell. What a spreadsheet would take for a formula begins with an apostrophe, which keeps it a text.</summary>
    public static string Cell(string? value)
    {
        string text = value ?? "";
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n\t") >= 0 || safe.StartsWith('\'') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void Append(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Seconds(TimeSpan? value) => value is { } span ? ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;

    private static string? Time(DateTimeOffset? value) => value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
