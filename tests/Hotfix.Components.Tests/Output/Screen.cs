using System.Globalization;
using System.Text;

namespace Hotfix.Components.Tests.Output;

/// <summary>What a terminal shows of what was written to it: the few sequences that are used here, and no others.</summary>
internal sealed class Screen : StringWriter
{
    private readonly List<StringBuilder> _rows = [new()];
    private int _row;
    private int _column;

    public bool ShowsCursor { get; private set; } = true;

    /// <summary>From the top; empty rows at the end do not count.</summary>
    public IReadOnlyList<string> Lines => [.. _rows.Select(row => row.ToString().TrimEnd()).Reverse().SkipWhile(line => line.Length == 0).Reverse()];

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        for (int at = 0; at < (value ?? "").Length; at++)
        {
            if (value![at] == '\e')
                at = Obey(value, at);
            else
                Put(value[at]);
        }
    }

    private int Obey(string text, int at)
    {
        int end = at + 2;
        while (!char.IsAsciiLetter(text[end]))
            end++;

        string parameters = text[(at + 2)..end];
        switch (text[end], parameters)
        {
            case ('A', _):
                _row = Math.Max(_row - int.Parse(parameters, CultureInfo.InvariantCulture), 0);
                break;
            case ('H', ""):
                (_row, _column) = (0, 0);
                break;
            case ('J', "0"):
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                break;
            case ('h' or 'l', "?25"):
                ShowsCursor = text[end] == 'h';
                break;
            default:
                throw new NotSupportedException(text[at..(end + 1)]);
        }

        return end;
    }

    private void Put(char c)
    {
        switch (c)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                _column = 0;
                _row++;
                if (_row == _rows.Count)
                    _rows.Add(new StringBuilder());
                break;
            default:
                _rows[_row].Length = Math.Max(_rows[_row].Length, _column + 1);
                _rows[_row][_column++] = c;
                break;
        }
    }
}
