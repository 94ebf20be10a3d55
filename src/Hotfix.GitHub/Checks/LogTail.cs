using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.GitHub.Checks;

/// <summary>Keeps the last lines of one step out of a whole job's log, read line by line.</summary>
/// <param name="count">How many lines at most.</param>
/// <param name="from">When the step began; <c>null</c> when that is not known.</param>
/// <param name="to">When it ended; <c>null</c> when that is not known.</param>
/// <remarks>Every line of an Actions log begins with its time, <c>2026-01-01T09:00:00.1234567Z </c>; a step's times are whole seconds.</remarks>
internal sealed partial class LogTail(int count, DateTimeOffset? from, DateTimeOffset? to)
{
    private const string ErrorMark = "##[error]";
    private readonly Queue<string> _running = new();
    private string[]? _untilError;

    /// <summary>Up to the step's last error line where there is one: what follows it is cleaning up.</summary>
    public IReadOnlyList<string> Lines => _untilError ?? [.. _running];

    public void Add(string raw)
    {
        (DateTimeOffset? at, string text) = SplitTime(raw.TrimStart('\uFEFF'));
        if (at < from || at >= to?.AddSeconds(1))
            return;

        string line = Clean(text);
        if (line.Length == 0)
            return;

        _running.Enqueue(line);
        if (_running.Count > count)
            _running.Dequeue();

        if (text.Contains(ErrorMark, StringComparison.Ordinal))
            _untilError = [.. _running];
    }

    /// <summary>Without colours, without the markers of groups, and with <c>##[error]</c> as a word.</summary>
    public static string Clean(string text)
    {
        string plain = Escapes().Replace(text, "").Replace(ErrorMark, "Error: ", StringComparison.Ordinal);
        return Markers().Replace(plain, "").TrimEnd();
    }

    private static (DateTimeOffset? At, string Text) SplitTime(string raw)
    {
        int space = raw.IndexOf(' ', StringComparison.Ordinal);
        string first = space < 0 ? raw : raw[..space];
        return first.EndsWith('Z') && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? (at, space < 0 ? "" : raw[(space + 1)..])
            : (null, raw);
    }

    [GeneratedRegex(@"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)|[@-Z\\-_])")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"^##\[(group|endgroup|command|section|debug|warning|notice)\]")]
    private static partial Regex Markers();
}
