using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Core.Conventions;

/// <summary>
/// A tag that looks like a version and is none by Semantic Versioning: <c>v7.1.12.5</c>, <c>v0.53</c>, <c>2026.0123.0</c>, <c>REL_1_4_2</c>,
/// <c>1.4.2.Final</c>, <c>build-421</c>.
/// </summary>
/// <param name="Name">The tag's name.</param>
/// <param name="Prefix">What stands before the numbers.</param>
/// <param name="Numbers">Its numbers, as they are written.</param>
internal sealed partial record OddVersion(string Name, string Prefix, IReadOnlyList<string> Numbers)
{
    private const string Suffix = @"(?<suffix>([-+][0-9A-Za-z.+_-]*|\.[A-Za-z][0-9A-Za-z.+_-]*)?)$";

    /// <summary>Why it is none.</summary>
    public required string Reason { get; init; }

    /// <summary><c>null</c> when the name is no such tag: a word, or a semantic version.</summary>
    public static OddVersion? TryParse(string name)
    {
        if (Refs.ReleaseTag.TryParse(name) is not null)
            return null;

        Match? match = new[] { Dotted(), Joined(), Single() }.Select(pattern => pattern.Match(name)).FirstOrDefault(found => found.Success);
        if (match is null)
            return null;

        string[] numbers = match.Groups["numbers"].Value.Split('.', '_', '-');
        return ReasonOf(numbers, match.Groups["numbers"].Value, match.Groups["suffix"].Value) is { } reason
            ? new OddVersion(name, match.Groups["prefix"].Value, numbers) { Reason = reason }
            : null;
    }

    /// <summary>Whether its numbers are higher, number by number; those of which it is only the beginning are not lower.</summary>
    public bool IsAbove(IReadOnlyList<int> other)
    {
        foreach ((string number, int theirs) in Numbers.Zip(other))
        {
            string bare = number.TrimStart('0');
            string text = theirs == 0 ? "" : theirs.ToString(CultureInfo.InvariantCulture);
            int order = bare.Length != text.Length ? bare.Length.CompareTo(text.Length) : string.CompareOrdinal(bare, text);
            if (order != 0)
                return order > 0;
        }

        return Numbers.Count > other.Count;
    }

    private static string? ReasonOf(string[] numbers, string text, string suffix) =>
        numbers.Length != 3 ? $"it has {(numbers.Length == 1 ? "one number" : $"{numbers.Length} numbers")}, not three"
        : text.IndexOfAny(['_', '-']) >= 0 ? "its numbers are not separated by dots"
        : numbers.FirstOrDefault(number => number is ['0', _, ..]) is { } zero ? $"{zero} has a leading zero"
        : suffix is ['.', ..] ? $"'{suffix}' stands behind its numbers, where a hyphen would begin a prerelease"
        : null;

    // 7.1.12.5, v0.53, 1.4.2.Final
    [GeneratedRegex(
        @"^(?<prefix>(.*[^0-9.])?)(?<numbers>[0-9]{1,9}(\.[0-9]{1,9}){1,5})" + Suffix,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dotted();

    // REL_1_4_2, 2026-11-27
    [GeneratedRegex(
        @"^(?<prefix>(.*?[^0-9])??)(?<numbers>[0-9]{1,9}([_-][0-9]{1,9}){1,5})" + Suffix,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joined();

    // v3, build-421, jdk-21+35; not before-step-2
    [GeneratedRegex(
        @"^(?<prefix>(v|r|rel|releases?|ver|version|build|jdk|go)?[-_/.]?)(?<numbers>[0-9]{1,9})" + Suffix,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Single();
}
