using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Hotfix.Core.Text;

/// <summary>
/// The secrets of this process, and their absence from any text. What escapes, encodes or cuts a text asks it first, since a secret that was escaped,
/// encoded or cut is no longer found by looking for it; what sends one asks it last.
/// </summary>
internal static partial class SecretMask
{
    private const int Shortest = 4;
    private const int DeepestEncoding = 2;
    private const string Replacement = "[REDACTED]";
    private static readonly Lock Gate = new();
    private static volatile Secrets _secrets = new([]);

    /// <summary>Whether there is anything to hide.</summary>
    public static bool IsEmpty => _secrets.Pattern is null;

    /// <summary>
    /// From now on the value appears in no output, no log and nothing that is sent, nor does it as git sends it. Shorter than four characters
    /// it would garble every text, and is left.
    /// </summary>
    public static void Add(string? secret)
    {
        if (secret?.Trim() is not { Length: >= Shortest } value)
            return;

        lock (Gate)
        {
            if (!_secrets.Values.Contains(value))
                _secrets = new Secrets([.. _secrets.Values, value, Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{value}"))]);
        }
    }

    /// <summary>
    /// The text without any of them: as they are, as an address, JSON, HTML and Markdown write them, and inside of base64, which stays
    /// readable.
    /// </summary>
    public static string Mask(string text) => Mask(text, DeepestEncoding);

    private static string Mask(string text, int depth)
    {
        if (_secrets.Pattern is not { } pattern || text.Length < Shortest)
            return text;

        string masked = pattern.Replace(text, Replacement);
        return depth == 0 ? masked : Encoded().Replace(masked, run => MaskInside(run.Value, depth - 1));
    }

    // Only what really is base64 of a text, and really has a secret in it, is written anew.
    private static string MaskInside(string run, int depth)
    {
        byte[] bytes = new byte[run.Length];
        if (!Convert.TryFromBase64String(run, bytes, out int written))
            return run;

        string inside = Encoding.UTF8.GetString(bytes, 0, written);
        string masked = Mask(inside, depth);
        return masked == inside ? run : Convert.ToBase64String(Encoding.UTF8.GetBytes(masked));
    }

    // Four characters of base64 are three bytes; shorter ones than this hold no secret.
    [GeneratedRegex("[A-Za-z0-9+/]{6,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();

    /// <summary>Values, and the pattern that finds any form of any of them, the longest first; no pattern without values.</summary>
    private sealed class Secrets(string[] values)
    {
        public string[] Values { get; } = values;

        public Regex? Pattern { get; } =
            values.Length == 0
                ? null
                : new Regex(string.Join('|', values.SelectMany(Forms).Distinct().OrderByDescending(form => form.Length)), RegexOptions.CultureInvariant);

        private static IEnumerable<string> Forms(string value)
        {
            yield return string.Concat(value.Select(InMarkdown));
            yield return Regex.Escape(Uri.EscapeDataString(value));
            yield return Regex.Escape(WebUtility.UrlEncode(value));
            yield return Regex.Escape(JavaScriptEncoder.Default.Encode(value));
            yield return Regex.Escape(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value));
            yield return Regex.Escape(WebUtility.HtmlEncode(value));
        }

        // As it is, or with what our Markdown puts before and behind special characters.
        private static string InMarkdown(char c) =>
            char.IsLetterOrDigit(c) ? c.ToString() : $@"\\?{Regex.Escape(c.ToString())}{(c is '@' or '#' ? "(?:&#8203;)?" : "")}";
    }
}
