using System.Globalization;
using Hotfix.Core.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hotfix.Components.Output;

/// <summary>The table that a terminal shows while a stage waits. Words carry the meaning, colours only repeat it.</summary>
internal static class WaitingTable
{
    /// <summary>The table for now; as wide as the console that draws it.</summary>
    public static IRenderable Draw(WaitingState state)
    {
        Table table = new Table { Border = TableBorder.Horizontal, ShowHeaders = false, Title = new TableTitle(Markup.Escape(Plain(state.Title))) }
            .AddColumn("what").AddColumn("state");
        foreach (BoardRow row in state.Rows)
        {
            table.AddRow(new Text(Plain(row.Subject)), new Text($"{Word(row.Progress)} {Plain(row.Detail)}", Colour(row.Progress)));
        }

        IEnumerable<IRenderable> waits = state.Waits.Select(wait => new Text($"- {Plain(wait.ToString())}"));
        return new Rows([table, .. waits, new Text($"waiting {Clock(state.Elapsed)} of {Clock(state.Deadline)}; Ctrl+C stops waiting and loses nothing")]);
    }

    /// <summary><c>2:05</c>, and with hours <c>1:02:05</c>.</summary>
    public static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
        : time.ToString("m\\:ss", CultureInfo.InvariantCulture);

    // Names of checks come from outside: no escape sequence of theirs reaches the terminal.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Word(BoardProgress progress) => progress switch
    {
        BoardProgress.Done => "ok",
        BoardProgress.Failed => "FAILED",
        _ => "...",
    };

    private static Style Colour(BoardProgress progress) => new(progress switch
    {
        BoardProgress.Done => Color.Green,
        BoardProgress.Failed => Color.Red,
        _ => Color.Yellow,
    });
}
