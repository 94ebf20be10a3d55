using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;

namespace Hotfix.Core.Requests;

/// <summary>A time that a person typed. Without its zone it would be another one on every machine.</summary>
internal static partial class PointInTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>
    /// A time such as <c>2026-01-05T03:12:00Z</c> or <c>2026-01-05 04:12+01:00</c>, not later than <paramref name="now"/>; <c>null</c> when nothing was
    /// given.
    /// </summary>
    /// <exception cref="HotfixException">HF1042 when it is written otherwise, lacks its zone, or lies ahead.</exception>
    public static DateTimeOffset? Parse(string parameter, string? text, DateTimeOffset now)
    {
        if (text is null)
            return null;

        string trimmed = text.Trim();
        if (!Shape().IsMatch(trimmed))
            throw Refused(parameter, text, "It takes a date, a time and their zone: Z for UTC, or an offset such as +01:00.");

        string normal = Regex.Replace(trimmed.Replace(' ', 'T').Replace('t', 'T'), "[Zz]$", "+00:00");
        return !DateTimeOffset.TryParseExact(normal, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at)
                ? throw Refused(parameter, text, "There is no such day or time.")
            : at > now ? throw Refused(parameter, text, $"That lies ahead: it is {now.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.")
            : at;
    }

    private static HotfixException Refused(string parameter, string text, string why) =>
        new("HF1042", what: $"{parameter} is '{text}'; nothing was changed.", why, next: $"For example: {parameter} 2026-01-05T03:12:00Z");

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?([Zz]|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
