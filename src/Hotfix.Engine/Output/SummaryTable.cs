using System.Globalization;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>The table at the end of a run: each target with its status, its time, and what it reported.</summary>
internal static class SummaryTable
{
    private const int DurationWidth = 10;

    public static string Of(IReadOnlyCollection<ExecutableTarget> plan, BuildConsole console)
    {
        ExecutableTarget[] shown = [.. plan.Where(target => target.Status != ExecutionStatus.Collective)];
        int nameWidth = Math.Max(shown.Select(target => target.Name.Length).DefaultIfEmpty().Max() + 4, 19);
        int statusWidth = Math.Max(shown.Select(target => target.Status.ToString().Length).DefaultIfEmpty().Max(), 10);
        int width = nameWidth + statusWidth + DurationWidth;
        string Row(string name, string status, string duration) => name.PadRight(nameWidth) + status.PadRight(statusWidth) + duration.PadLeft(DurationWidth);

        var table = new StringBuilder();
        table.AppendLine(new string('═', width));
        table.AppendLine(console.Paint(Row("Target", "Status", "Duration"), Ansi.Header));
        table.AppendLine(new string('─', width));
        foreach (ExecutableTarget target in shown)
        {
            table.AppendLine(
                console.Paint(
                    Row(target.Name, target.Status.ToString(), Ran(target) ? Duration(target.Duration) : string.Empty) + Notes(target),
                    Colour(target.Status)
                )
            );
        }

        table.AppendLine(new string('─', width));
        table.AppendLine(console.Paint(Row("Total", string.Empty, Duration(Total(plan))), Ansi.Header));
        table.AppendLine(new string('═', width));
        return table.ToString();
    }

    private static TimeSpan Total(IEnumerable<ExecutableTarget> plan) => plan.Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);

    private static bool Ran(ExecutableTarget target) => target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;

    private static string Duration(TimeSpan duration)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration:ss}");
        return text == "0:00" ? "< 1sec" : text;
    }

    private static string Notes(ExecutableTarget target) =>
        target.SummaryInformation.Count == 0
            ? string.Empty
            : "   // " + string.Join(", ", target.SummaryInformation.Select(pair => $"{pair.Key}: {pair.Value}"));

    private static Ansi Colour(ExecutionStatus status) =>
        status switch
        {
            ExecutionStatus.Succeeded => Ansi.Success,
            ExecutionStatus.Failed or ExecutionStatus.Aborted => Ansi.Error,
            ExecutionStatus.NotRun => Ansi.Warning,
            _ => Ansi.Faint,
        };
}
