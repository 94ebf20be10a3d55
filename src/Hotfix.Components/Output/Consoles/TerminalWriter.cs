using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Components.Output.Consoles;

/// <summary>
/// A terminal with a picture below the log: a few lines that are drawn anew in their place. Whatever else is written goes above them.
/// </summary>
/// <remarks>
/// Terminals differ in what narrowing does to lines that are there: some wrap them, some do not, and nobody tells how many rows the picture takes then. So
/// after
/// that the screen begins anew: the last lines of the log, which are kept for this, and the picture below. Nothing is ever drawn that is higher than the
/// terminal, since what has scrolled away cannot be drawn over.
/// </remarks>
/// <param name="inner">The terminal.</param>
/// <param name="size">Asked at each drawing: columns and rows.</param>
internal sealed partial class TerminalWriter(TextWriter inner, Func<(int Width, int Height)> size) : TextWriter(inner.FormatProvider)
{
    private const int KeptLines = 100;
    private readonly Lock _lock = new();
    private readonly Queue<string> _log = new();
    private string _line = "";
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
            bool isNarrower = _rows > 0 && width < _width;
            string begin = (_hidesCursor ? "" : "\e[?25l") + (isNarrower ? Anew(width, height - lines.Count) : Home());
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
        {
            inner.Write(Erased() + value);
            Keep(value ?? "");
        }
    }

    public override void WriteLine() => Write(Environment.NewLine);

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => inner.Flush();

    private string Erased()
    {
        if (_rows == 0)
            return "";

        (int width, int height) = size();
        string erased = width < _width ? Anew(width, height - 1) : Home();
        _rows = 0;
        return erased;
    }

    private string Home() => _rows == 0 ? "" : $"\r{(_rows > 1 ? $"\e[{_rows - 1}A" : "")}\e[0J";

    // The screen from its top: as much of the log's end as fits into those rows.
    private string Anew(int width, int rows)
    {
        List<string> shown = [];
        foreach (string line in _log.Reverse())
        {
            rows -= 1 + (Math.Max(Escape.Replace(line, "").Length - 1, 0) / Math.Max(width, 1));
            if (rows < 0)
                break;

            shown.Insert(0, line);
        }

        return "\e[H\e[0J" + string.Concat(shown.Select(line => line + "\n")) + _line;
    }

    private void Keep(string text)
    {
        string[] lines = (_line + text.ReplaceLineEndings("\n")).Split('\n');
        _line = lines[^1];
        foreach (string line in lines[..^1])
        {
            _log.Enqueue(line);
            if (_log.Count > KeptLines)
                _log.Dequeue();
        }
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }

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
