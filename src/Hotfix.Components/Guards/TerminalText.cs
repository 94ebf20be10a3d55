namespace Hotfix.Components.Guards;

/// <summary>Makes foreign words harmless for a terminal: what they are made of can move its cursor, change its title, or turn the line around.</summary>
internal static class TerminalText
{
    /// <summary>The text without control characters (but line breaks and tabs) and without marks that turn the writing direction.</summary>
    public static string Clean(string text) => text.Any(IsHarmful) ? string.Concat(text.Where(c => !IsHarmful(c))) : text;

    private static bool IsHarmful(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
