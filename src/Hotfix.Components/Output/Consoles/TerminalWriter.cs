using System.Text;

namespace Hotfix.Components.Output.Consoles;

/// <summary>
/// A terminal with a picture below the log: a few lines that are drawn anew in their place. Whatever else is written goes above them.
/// </summary>
/// <remarks>
/// Terminals differ in what narrowing does to lines that are there: some wrap them, some do not. So after that nothing is taken back; the picture begins
/// anew below. Nothing is ever drawn that is higher than the terminal, since what has scrolled away cannot be drawn over.
/// </remarks>
/// <param name="inner">The terminal.</param>
/// <param name="size">Asked at each drawing: columns and rows.</param>
internal sealed class TerminalWriter(TextWriter inner, Func<(int Width, int Height)> size) : TextWriter(inner.FormatProvider)
{
    private readonly Lock _lock = new();
    private int _rows;
    private int _width;
    private bool _hidesCursor;
    private bool _isClosed;

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Columns and rows, now.</summary>
    public (int Width, int Height) Size => size();

    /// <summary>Draws, in place of what was drawn before. Lines are no wider than the width that they are drawn for, and hold no line break.</summary>
    public void Draw(Func<int, IReadOnlyList<string>> draw)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;

            (int width, int height) = size();
            IReadOnlyList<string> lines = Crop(draw(width), Math.Max(height - 1, 1));
            bool isBelow = _rows > 0 && width < _width;
            string begin = (_hidesCursor ? "" : "\e[?25l") + (isBelow ? "\n" : Home());
            inner.Write(begin + string.Join('\n', lines));
            inner.Flush();
            (_rows, _width, _hidesCursor) = (lines.Count, width, true);
        }
    }

    /// <summary>Takes the picture away and gives the cursor back.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            inner.Write(Erased());
            inner.Write(_hidesCursor ? "\e[?25h" : "");
            inner.Flush();
            _hidesCursor = false;
        }
    }

    /// <summary>As <see cref="Clear"/>, and nothing is drawn any more.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            Clear();
            _isClosed = true;
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        lock (_lock)
            inner.Write(Erased() + value);
    }

    public override void WriteLine() => Write(Environment.NewLine);

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => inner.Flush();

    private string Erased()
    {
        if (_rows == 0)
            return "";

        // After narrowing it is not known how many rows the picture takes: what is written goes below it.
        string erased = size().Width < _width ? "\n" : Home();
        _rows = 0;
        return erased;
    }

    private string Home() => _rows == 0 ? "" : $"\r{(_rows > 1 ? $"\e[{_rows - 1}A" : "")}\e[0J";

    private static IReadOnlyList<string> Crop(IReadOnlyList<string> lines, int most)
    {
        if (lines.Count <= most)
            return lines;

        // The end says what is waited for, and how to stop.
        int first = Math.Max((most - 1) / 2, 0);
        int last = Math.Max(most - 1 - first, 0);
        return [.. lines.Take(first), "...", .. lines.TakeLast(last)];
    }
}
