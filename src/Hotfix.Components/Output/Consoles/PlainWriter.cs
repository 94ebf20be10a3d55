using System.Text.RegularExpressions;

namespace Hotfix.Components.Output.Consoles;

/// <summary>
/// For screen readers: no lines that are drawn with characters (frames, NUKE's name), no faces, no colours; a header is a line that ends with a colon.
/// </summary>
internal sealed partial class PlainWriter(TextWriter inner) : LineWriter(inner)
{
    private const string Drawn = "╬═─║█╗╔╚╝";

    protected override string? Change(string line)
    {
        string text = ColourlessWriter.Strip(line).Replace('\u00a0', ' ').Replace("\u200b", "", StringComparison.Ordinal);
        if (IsDrawn(text))
            return null;

        text = Face.Replace(text, "");
        return text.StartsWith("║ ", StringComparison.Ordinal) ? text[2..].TrimEnd() + ":" : text;
    }

    // One pass: a pattern that may begin anywhere takes the square of a long line.
    private static bool IsDrawn(string text) =>
        text.Any(c => Drawn.Contains(c, StringComparison.Ordinal)) && text.All(c => char.IsWhiteSpace(c) || Drawn.Contains(c, StringComparison.Ordinal));

    // What the engines put behind the outcome.
    [GeneratedRegex(@" (＼（＾ᴗ＾）／|\(╯°□°）╯︵ ┻━┻)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Face { get; }
}
