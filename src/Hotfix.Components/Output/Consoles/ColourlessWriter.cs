using System.Text;
using System.Text.RegularExpressions;

namespace Hotfix.Components.Output.Consoles;

/// <summary>Takes the colours out of whatever is written: <see href="https://no-color.org">NO_COLOR</see>, which an engine may honour only in part.</summary>
internal sealed partial class ColourlessWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>The text without sequences that set colours or other attributes (SGR).</summary>
    public static string Strip(string text) => text.Contains('\e', StringComparison.Ordinal) ? Sgr.Replace(text, "") : text;

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value) => inner.Write(value is null ? null : Strip(value));

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : Strip(value));

    public override void Flush() => inner.Flush();

    [GeneratedRegex(@"\e\[[0-9;:]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Sgr { get; }
}
