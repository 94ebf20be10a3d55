using System.Globalization;
using System.Text;

namespace Hotfix.Drill.Output;

/// <summary>The stages of a drill in the order in which they happened, as a table for people.</summary>
internal sealed class Timeline
{
    private static readonly string[] Titles = ["stage", "time", "REST", "304", "git", "created"];
    private readonly List<TimelineEntry> _entries = [];

    public IReadOnlyList<TimelineEntry> Entries => _entries;

    public void Add(TimelineEntry entry) => _entries.Add(entry);

    /// <summary>The table with its total; <paramref name="total"/> is measured, not summed: some stages overlap.</summary>
    public string Render(TimeSpan total)
    {
        string[][] rows = [Titles, .. _entries.Select(Cells), Cells(Total(total))];
        int[] widths = [.. Enumerable.Range(0, Titles.Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('-', widths.Sum() + (2 * (widths.Length - 1)));
        var text = new StringBuilder();
        for (int i = 0; i < rows.Length; i++)
        {
            if (i == 1 || i == rows.Length - 1)
                text.Append(rule).Append('\n');

            text.Append(Line(rows[i], widths)).Append('\n');
        }

        return text.ToString();
    }

    private TimelineEntry Total(TimeSpan total)
    {
        Traffic[] all = [.. _entries.Select(entry => entry.Traffic).OfType<Traffic>()];
        var sum = new Traffic(all.Sum(one => one.Rest), all.Sum(one => one.NotModified), all.Sum(one => one.Git), []);
        return new TimelineEntry("total", total, sum, "");
    }

    private static string[] Cells(TimelineEntry entry) =>
        [
            entry.Stage,
            string.Create(CultureInfo.InvariantCulture, $"{entry.Duration.TotalSeconds:0.0} s"),
            Number(entry.Traffic?.Rest),
            Number(entry.Traffic?.NotModified),
            Number(entry.Traffic?.Git),
            entry.Created,
        ];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    // Numbers to the right, words to the left.
    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => column is 0 or 5 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
}
