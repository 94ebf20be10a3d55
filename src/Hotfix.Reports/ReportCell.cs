using Hotfix.Core.Reporting;

namespace Hotfix.Reports;

/// <summary>Cells of the report's tables.</summary>
internal static class ReportCell
{
    /// <summary>A dash for the eye, a word for the ear.</summary>
    public const string Unknown = "<span aria-hidden=\"true\">–</span><span class=\"heard\">not known</span>";

    /// <summary>A cell; what is not known is marked, so that a narrow screen may leave it out.</summary>
    public static string Cell(string name, string kind, string content)
    {
        string classes = string.Join(' ', new[] { kind, content == Unknown ? "unknown" : "" }.Where(word => word.Length > 0));
        return $"<td role=\"cell\" data-label=\"{Html.Text(name)}\"{(classes.Length > 0 ? $" class=\"{classes}\"" : "")}>{content}</td>";
    }

    /// <summary>A duration.</summary>
    public static string Of(TimeSpan? duration) => duration is { } known ? Html.Text(ReportDuration.Of(known)) : Unknown;

    /// <summary>A median, and of how many.</summary>
    public static string Of(Distribution? distribution) => distribution is null ? Unknown : Html.Text(ReportDuration.Of(distribution.Median));

    /// <summary>A share.</summary>
    public static string Of(Rate? rate) => rate is null ? Unknown : Html.Text(FigureText.Share(rate));
}
