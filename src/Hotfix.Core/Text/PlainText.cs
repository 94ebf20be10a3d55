using System.Globalization;
using System.Text;

namespace Hotfix.Core.Text;

/// <summary>Makes one readable line of whatever people wrote, before it is escaped for where it goes.</summary>
internal static class PlainText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>
    /// One line of at most <paramref name="most"/> UTF-16 characters and an ellipsis: white space is one space, control characters, marks that turn the
    /// writing direction and halves of characters are gone. Words of a script that runs right to left are set apart, so that they turn nothing around them.
    /// </summary>
    public static string OneLine(string text, int most)
    {
        text = SecretMask.Mask(text);
        var line = new StringBuilder(Math.Min(text.Length, most) + 2);
        bool isCut = false;
        bool isRightToLeft = false;
        bool owesSpace = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpace = Rune.IsWhiteSpace(rune);
            owesSpace |= isSpace && line.Length > 0;
            if (isSpace || IsInvisible(rune))
                continue;

            int room = line.Length + (owesSpace ? 1 : 0) + rune.Utf16SequenceLength;
            if (room > most)
            {
                isCut = true;
                break;
            }

            line.Append(owesSpace ? " " : "").Append(rune);
            owesSpace = false;
            isRightToLeft |= IsRightToLeft(rune);
        }

        line.Append(isCut ? "…" : "");
        return isRightToLeft ? $"{FirstStrongIsolate}{line}{PopIsolate}" : line.ToString();
    }

    // A half of a surrogate pair is enumerated as U+FFFD. The joiners of emoji and of Persian or Hindi words stay.
    private static bool IsInvisible(Rune rune) =>
        rune.Value is 0xFFFD || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D));

    // Hebrew to Arabic Extended-A, their presentation forms, and the scripts of the supplementary plane that run so.
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
