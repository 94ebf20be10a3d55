using Hotfix.Components.Output.Consoles;

namespace Hotfix.Components.Tests.Output;

public sealed class PictureOnATerminal : IDisposable
{
    private readonly Screen _screen = new();
    private readonly TerminalWriter _terminal;
    private (int Width, int Height) _size = (80, 24);

    public PictureOnATerminal() => _terminal = new TerminalWriter(_screen, () => _size);

    public void Dispose()
    {
        _terminal.Dispose();
        _screen.Dispose();
    }

    [Fact]
    public void IsDrawnInItsPlaceBelowTheLog()
    {
        _terminal.WriteLine("12:00:00 [INF] before");
        _terminal.Draw(_ => ["one", "two"]);
        _terminal.Draw(_ => ["three"]);
        _terminal.WriteLine("12:00:01 [INF] meanwhile");
        _terminal.Draw(_ => ["four", "five"]);

        Assert.Equal(["12:00:00 [INF] before", "12:00:01 [INF] meanwhile", "four", "five"], _screen.Lines);
        Assert.False(_screen.ShowsCursor);
    }

    [Fact]
    public void LeavesNothingBehind()
    {
        _terminal.WriteLine("before");
        _terminal.Draw(_ => ["one", "two"]);

        _terminal.Clear();

        Assert.Equal(["before"], _screen.Lines);
        Assert.True(_screen.ShowsCursor);
    }

    [Fact]
    public void GrowsWithTheTerminal()
    {
        _size = (40, 24);
        _terminal.Draw(width => [new string('a', width), "b"]);
        _size = (60, 24);

        _terminal.Draw(width => [new string('c', width), "d"]);

        Assert.Equal([new string('c', 60), "d"], _screen.Lines);
    }

    // The old picture stayed above the new one, wrapped by the terminal.
    [Fact]
    public void BeginsTheScreenAnewWhenTheTerminalGetsNarrower()
    {
        _terminal.WriteLine("kept");
        _terminal.Draw(width => [new string('a', width), "b"]);
        _size = (40, 24);

        _terminal.Draw(width => [new string('c', width), "d"]);
        _terminal.WriteLine("meanwhile");
        _terminal.Draw(width => [new string('e', width), "f"]);

        Assert.Equal(["kept", "meanwhile", new string('e', 40), "f"], _screen.Lines);
    }

    [Fact]
    public void ShowsOfTheLogWhatFitsAboveItWhenTheTerminalGetsNarrower()
    {
        foreach (int number in Enumerable.Range(1, 30))
            _terminal.WriteLine($"line {number}");

        _terminal.Draw(width => [new string('a', width)]);
        _size = (40, 6);

        _terminal.Draw(width => [new string('c', width), "d"]);

        Assert.Equal(["line 27", "line 28", "line 29", "line 30", new string('c', 40), "d"], _screen.Lines);
    }

    [Fact]
    public void IsNeverHigherThanTheTerminal()
    {
        _size = (40, 6);

        _terminal.Draw(_ => [.. Enumerable.Range(1, 20).Select(number => $"row {number}")]);

        Assert.Equal(["row 1", "row 2", "...", "row 19", "row 20"], _screen.Lines);
    }

    [Fact]
    public void IsNotDrawnAnyMoreOnceStopped()
    {
        _terminal.Draw(_ => ["one"]);
        _terminal.Stop();

        _terminal.Draw(_ => ["two"]);
        _terminal.WriteLine("Interrupted.");

        Assert.Equal(["Interrupted."], _screen.Lines);
        Assert.True(_screen.ShowsCursor);
    }
}
