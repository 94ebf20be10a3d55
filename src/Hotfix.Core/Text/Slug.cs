using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Text;

/// <summary>Makes the name of the hotfix branch from what a person typed; the same words give the same name on every machine.</summary>
internal static partial class Slug
{
    /// <summary>The longest branch name that is made, prefix included, in UTF-16 characters.</summary>
    public const int MaxLength = 60;

    /// <summary>Room that is kept for the number of a second hotfix of the same name, <c>-2</c> to <c>-99</c>.</summary>
    private const int NumberRoom = 3;

    /// <summary>
    /// The prefix and the words of the description, lower case, joined by hyphens. Accents are dropped from Latin letters, letters of other
    /// scripts stay; a web address counts with its last two path segments; dots never remain, since GitVersion would read a version in them.
    /// A ticket's key at the front, <c>SHOP-123</c>, and the <paramref name="ticket"/> that is named keep their case: rules for branch names ask for it.
    /// </summary>
    /// <exception cref="HotfixException">HF1003 when the description holds no letter and no digit.</exception>
    public static BranchName ToBranch(string description, string? ticket = null, BranchPrefix? prefix = null)
    {
        string front = (prefix ?? HotfixConventions.Default.Hotfixes).Text;
        string slug = Shorten(Join(Words(WithoutAddresses(description))), front);
        string key = ticket ?? TicketInFront().Match(description).Groups["key"].Value;
        int at = key.Length == 0 ? -1 : $"-{slug}-".IndexOf($"-{key.Replace('_', '-')}-", StringComparison.OrdinalIgnoreCase);
        slug = at < 0 ? slug : slug[..at] + key + slug[(at + key.Length)..];
        return slug.Length > 0 && BranchName.TryParse(front + slug, out BranchName? branch)
            ? branch
            : throw new HotfixException(
                "HF1003",
                what: $"No branch name can be made from the description '{Excerpt(description)}'; nothing was changed.",
                why: "It holds no letter and no digit.",
                next: "Describe the problem in a few words: --description \"null ref in checkout\""
            );
    }

    /// <summary>The name of the <paramref name="number"/>th hotfix of that name: the branch itself for 1, <c>…-2</c> for 2.</summary>
    public static BranchName Numbered(BranchName branch, int number) => number == 1 ? branch : BranchName.Parse($"{branch}-{number}");

    /// <summary>The branch name's words again, for a title: <c>null ref in checkout</c>.</summary>
    public static string ToWords(BranchName branch) =>
        Ticket().Replace(branch.Value[(branch.Value.LastIndexOf('/') + 1)..], "${key}\u2011${number}").Replace('-', ' ').Replace('\u2011', '-');

    private static string WithoutAddresses(string description) =>
        string.Join(
            ' ',
            description
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word.Contains("://", StringComparison.Ordinal)
                    && Uri.TryCreate(word.TrimStart('(', '[', '<', '"', '\''), UriKind.Absolute, out Uri? address)
                        ? LastSegments(address)
                        : word
                )
        );

    private static string LastSegments(Uri address)
    {
        string[] segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? address.Host : string.Join(' ', segments.TakeLast(2).Select(Uri.UnescapeDataString));
    }

    private static IEnumerable<string> Words(string text)
    {
        string lower = string.Concat(text.EnumerateRunes().Select(rune => Rune.ToLowerInvariant(rune).ToString()));
        var word = new StringBuilder();
        foreach (Rune rune in CanonicalComposition.Compose(lower).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(LatinLetters.Fold(rune));
            }
            else if (IsVowelSign(rune) && word.Length > 0 && !char.IsAscii(word[^1]))
            {
                word.Append(rune);
            }
            else if (!IsInsideWord(rune) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    // Many scripts write their vowels as marks; without them, words of Hindi or Thai are other words.
    private static bool IsVowelSign(Rune rune) =>
        !IsVariationSelector(rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // "don't" is one word, and a combining accent belongs to the letter before it.
    private static bool IsInsideWord(Rune rune) =>
        rune.Value is '\'' or '\u2019' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string Join(IEnumerable<string> words) => string.Join('-', words);

    private static string Shorten(string slug, string prefix)
    {
        int room = Math.Max(MaxLength - prefix.Length - NumberRoom, NumberRoom);
        if (slug.Length <= room)
            return slug;

        // Cut between words where that keeps at least half; never inside a surrogate pair.
        int hyphen = slug.LastIndexOf('-', room);
        int length =
            hyphen >= room / 2 ? hyphen
            : char.IsHighSurrogate(slug[room - 1]) ? room - 1
            : room;
        return slug[..length];
    }

    [GeneratedRegex(@"^\s*[\[(]?(?<key>[A-Z][A-Z0-9]+-[0-9]+)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TicketInFront();

    [GeneratedRegex("(?<![A-Za-z0-9])(?<key>[A-Z][A-Z0-9]+)-(?<number>[0-9]+)(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Ticket();

    private static string Excerpt(string text)
    {
        string start = text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)] + "…";
        return string.Concat(start.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
