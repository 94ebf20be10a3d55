using System.Text;

namespace Hotfix.Core.Text;

/// <summary>
/// Plain letters for accented Latin ones, by the habits of their languages: <c>ü</c> is <c>ue</c>, <c>é</c> is <c>e</c>, <c>ß</c> is <c>ss</c>.
/// </summary>
internal static class LatinLetters
{
    private const char Diaeresis = '\u0308';

    /// <summary>Letters that Unicode does not take apart.</summary>
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ß'] = "ss",
        ['þ'] = "th",
        ['ð'] = "d",
        ['đ'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ł'] = "l",
        ['ŀ'] = "l",
        ['ŋ'] = "n",
        ['ŧ'] = "t",
    };

    /// <summary>The plain letters for a lower-case one; any other character as it is.</summary>
    public static string Fold(Rune letter)
    {
        char plain = letter.IsBmp ? (char)letter.Value : '\0';
        char mark = '\0';
        while (CanonicalComposition.Decompose(plain) is { } parts)
            (plain, mark) = parts;

        return Plain.TryGetValue(plain, out string? letters) ? letters
            : !char.IsAsciiLetter(plain) ? letter.ToString()
            : mark == Diaeresis && plain is 'a' or 'o' or 'u' ? $"{plain}e"
            : char.ToLowerInvariant(plain).ToString();
    }
}
