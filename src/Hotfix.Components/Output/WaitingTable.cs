using System.Globalization;
using Hotfix.Core.Merging;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hotfix.Components.Output;

/// <summary>The table that a terminal shows while a stage waits. Words carry the meaning, colours only repeat it.</summary>
internal static class WaitingTable
{
    /// <summary>Columns below which two columns of text would be cut into pieces.</summary>
    private const int LeastForColumns = 60;

    private const int MaxText = 500;

    /// <summary>Whether this process's terminal understands what drawing takes.</summary>
    public static bool CanBeDrawn => AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true };

    /// <summary>The table for now, line by line, none wider than the terminal.</summary>
    public static IReadOnlyList<string> Lines(WaitingState state, int width)
    {
        using var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = (ColorSystemSupport)AnsiConsole.Profile.Capabilities.ColorSystem,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = width;
        console.Write(Draw(state, width));
        return [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r', ' '))];
    }

    /// <summary>The table for a terminal of that many columns.</summary>
    public static IRenderable Draw(WaitingState state, int width)
    {
        IEnumerable<string> texts = state
            .Waits.Select(wait => $"- {Plain(wait.ToString())}")
            .Append($"waiting {Clock(state.Elapsed)} of {Clock(state.Deadline)}; Ctrl+C stops waiting and loses nothing");
        return new Rows([.. width < LeastForColumns ? List(state, width) : [Table(state)], .. texts.SelectMany(text => Text(text, width, "  "))]);
    }

    /// <summary><c>2:05</c>, and with hours <c>1:02:05</c>.</summary>
    public static string Clock(TimeSpan time) =>
        time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
            : time.ToString("m\\:ss", CultureInfo.InvariantCulture);

    private static Table Table(WaitingState state)
    {
        Table table = new Table
        {
            Border = TableBorder.Horizontal,
            ShowHeaders = false,
            Title = new TableTitle(Markup.Escape(Plain(state.Title))),
        }
            .AddColumn("what")
            .AddColumn("state");
        foreach (BoardRow row in state.Rows)
            table.AddRow(new Text(Plain(row.Subject)), new Text($"{Word(row.Progress)} {Plain(row.Detail)}", Colour(row.Progress)));

        return table;
    }

    private static IEnumerable<IRenderable> List(WaitingState state, int width) =>
        Text(Plain(state.Title), width, "")
            .Concat(state.Rows.SelectMany(row => Text($"{Plain(row.Subject)}: {Word(row.Progress)} {Plain(row.Detail)}", width, "  ", Colour(row.Progress))));

    private static IEnumerable<IRenderable> Text(string text, int width, string indent, Style? style = null) =>
        Wrapping.Fold(text, width, indent).Select(line => new Text(line, style));

    // Names of checks come from outside: no escape sequence of theirs reaches the terminal, and nothing turns the writing direction.
    private static string Plain(string text) => PlainText.OneLine(text, MaxText);

    private static string Word(BoardProgress progress) =>
        progress switch
        {
            BoardProgress.Done => "ok",
            BoardProgress.Failed => "FAILED",
            _ => "...",
        };

    private static Style Colour(BoardProgress progress) =>
        new(
            progress switch
            {
                BoardProgress.Done => Color.Green,
                BoardProgress.Failed => Color.Red,
                _ => Color.Yellow,
            }
        );
}
