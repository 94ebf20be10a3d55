using Hotfix.Components.Output;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Runs;
using Spectre.Console;

namespace Hotfix.Components.Tests;

public sealed class TableOfWaiting
{
    private static readonly WaitingState State = new(
        "#17 hotfix/null-ref at 1d3e5f7a -> main",
        [
            new BoardRow("build (required)", BoardProgress.Done, "success"),
            new BoardRow("e2e (required)", BoardProgress.Pending, "has not reported"),
            new BoardRow("lint", BoardProgress.Failed, "failure"),
            new BoardRow("reviews", BoardProgress.Pending, "0 of 1 approvals"),
        ],
        [new Wait("required check 'e2e' has not reported", "CI, which has to run it on this commit", IsPerson: false)],
        new TimeSpan(1, 2, 5),
        TimeSpan.FromHours(4)
    );

    [Fact]
    public void ShowsEachCheckTheReviewsAndWhoClearsWhat() =>
        Assert.Equal(
            [
                "#17 hotfix/null-ref at 1d3e5f7a -> main",
                "build (required)   ok success",
                "e2e (required)     ... has not reported",
                "lint               FAILED failure",
                "reviews            ... 0 of 1 approvals",
                "- required check 'e2e' has not reported; cleared by CI, which has to run it on this commit",
                "waiting 1:02:05 of 4:00:00; Ctrl+C stops waiting and loses nothing",
            ],
            Draw(State, width: 120)
        );

    [Fact]
    public void OnANarrowTerminalWrapsAndLosesNothing()
    {
        string[] lines = Draw(State, width: 40);

        Assert.All(lines, line => Assert.True(line.Length <= 40, line));
        Assert.Contains("which has to run it on this commit", string.Join(' ', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesFromOutsideCannotSteerTheTerminal()
    {
        WaitingState hostile = State with { Rows = [new BoardRow("\e[2J[red]x[/]\u0007", BoardProgress.Pending, "\r\nowned")] };

        string text = string.Join('\n', Draw(hostile, width: 120));

        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\a', text);
        Assert.Contains("[2J[red]x[/]", text, StringComparison.Ordinal);
    }

    // Without a terminal there are no colours, so what is left is what the words say alone.
    private static string[] Draw(WaitingState state, int width)
    {
        using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = width;

        console.Write(WaitingTable.Draw(state, width));

        return [.. output.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Trim('─').Length > 0)];
    }
}
