using System.Globalization;

namespace Hotfix.Core.Versions;

/// <summary>A version by Semantic Versioning 2.0.0, without build metadata.</summary>
/// <param name="Major">0 or more; each of the three below 2,147,483,647.</param>
/// <param name="Minor">0 or more.</param>
/// <param name="Patch">0 or more.</param>
/// <param name="Prerelease">The dot-separated part behind the hyphen; empty for a release.</param>
public sealed record SemanticVersion(int Major, int Minor, int Patch, string Prerelease = "") : IComparable<SemanticVersion>
{
    private const string HotfixSuffix = "hotfix";
    private const int ShortestCommit = 7;
    private const int LongestCommit = 40;

    /// <summary>Whether it comes before the release of the same three numbers.</summary>
    public bool IsPrerelease => Prerelease.Length > 0 && !IsHotfix;

    /// <summary>
    /// Whether it is a release made of the one of the same three numbers, named by a commit, <c>1.119.1-hotfix9bf97126</c>: Semantic Versioning, which knows of
    /// no such thing, sorts it below that one.
    /// </summary>
    public bool IsHotfix =>
        Prerelease.StartsWith(HotfixSuffix, StringComparison.Ordinal)
        && Prerelease.Length - HotfixSuffix.Length is >= ShortestCommit and <= LongestCommit
        && Prerelease.Skip(HotfixSuffix.Length).All(char.IsAsciiHexDigitLower);

    private int Rank =>
        IsPrerelease ? 0
        : IsHotfix ? 2
        : 1;

    /// <summary>The patch after this one; of a prerelease, too.</summary>
    public SemanticVersion NextPatch => new(Major, Minor, Patch + 1);

    /// <summary><c>null</c> when <paramref name="text"/> is no version; build metadata (<c>+…</c>) is no part of a tag's version here.</summary>
    public static SemanticVersion? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        int hyphen = text.IndexOf('-', StringComparison.Ordinal);
        string prerelease = hyphen < 0 ? "" : text[(hyphen + 1)..];
        string[] numbers = (hyphen < 0 ? text : text[..hyphen]).Split('.');
        return
            numbers.Length == 3
            && (hyphen < 0 || prerelease.Split('.').All(IsPrereleaseIdentifier))
            && Number(numbers[0]) is { } major
            && Number(numbers[1]) is { } minor
            && Number(numbers[2]) is { } patch
            ? new SemanticVersion(major, minor, patch, prerelease)
            : null;
    }

    /// <summary>Semantic Versioning's precedence, rule 11, but that a hotfix named by its commit comes after the release that it is made of.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;

        int core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return core != 0 ? core
            : Rank != other.Rank ? Rank.CompareTo(other.Rank)
            : ComparePrereleases(Prerelease.Split('.'), other.Prerelease.Split('.'));
    }

    /// <summary>Lower precedence.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>Lower or the same precedence.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Higher precedence.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Higher or the same precedence.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary><c>1.4.3</c> or <c>1.4.3-rc.1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}") + (Prerelease.Length > 0 ? $"-{Prerelease}" : "");

    private static int? Number(string text) =>
        text.Length > 0
        && text.All(char.IsAsciiDigit)
        && (text.Length == 1 || text[0] != '0')
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number < int.MaxValue
            ? number
            : null;

    private static bool IsPrereleaseIdentifier(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !(IsNumeric(text) && text.Length > 1 && text[0] == '0');

    private static bool IsNumeric(string text) => text.All(char.IsAsciiDigit);

    private static int ComparePrereleases(string[] left, string[] right)
    {
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            int order = (IsNumeric(left[i]), IsNumeric(right[i])) switch
            {
                // Without leading zeros the longer number is the higher one; a time stamp does not fit an int.
                (true, true) when left[i].Length != right[i].Length => left[i].Length.CompareTo(right[i].Length),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(left[i], right[i]),
            };
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }
}
