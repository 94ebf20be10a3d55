using System.Text;

namespace Hotfix.Components.Output.Consoles;

/// <summary>A writer that lets whole lines pass, and may change them. A line also ends at a lone carriage return, as it does for those who read logs.</summary>
internal abstract class LineWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <summary>A line that does not end is not kept for ever: it passes in parts.</summary>
    private const int Longest = 1024 * 1024;
    private readonly StringBuilder _line = new();
    private readonly Lock _lock = new();
    private bool _endsWithReturn;

    public override Encoding Encoding => inner.Encoding;

    protected TextWriter Inner => inner;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value)
    {
        lock (_lock)
        {
            if (value is null || (_line.Length == 0 && Takes(value)))
                return;

            foreach (char c in value)
                Add(c);
        }
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    /// <summary>Whole lines only: what has no end yet stays until it has one, or until the writer is closed.</summary>
    public override void Flush() => inner.Flush();

    /// <summary>Ends a line that has no end.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            if (_line.Length > 0)
                End();
        }

        inner.Flush();
    }

    /// <summary>The line as it passes; <c>null</c>: it does not.</summary>
    protected abstract string? Change(string line);

    /// <summary>Whether a text that begins a line was dealt with, as it was written.</summary>
    protected virtual bool Takes(string text) => false;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Complete();

        base.Dispose(disposing);
    }

    private void Add(char c)
    {
        bool completes = c == '\n' && _endsWithReturn;
        _endsWithReturn = c == '\r';
        if (completes)
            return;

        if (c is '\r' or '\n')
            End();
        else if (_line.Append(c).Length >= Longest)
            End();
    }

    private void End()
    {
        if (Change(_line.ToString()) is { } line)
            inner.Write(line + "\n");

        _line.Clear();
    }
}
