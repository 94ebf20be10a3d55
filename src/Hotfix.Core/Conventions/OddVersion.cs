using System.Text.RegularExpressions;

namespace Hotfix.Core.Conventions;

/// <summary>A tag that looks like a version and is none by Semantic Versioning: <c>v7.1.12.5</c>, <c>v0.53</c>, <c>2026.0123.0</c>.</summary>
/// <param name="Name">The tag's name.</param>
/// <param name="Prefix">What stands before the numbers.</param>
/// <param name="Numbers">Its numbers, as they are written.</param>
internal sealed partial record OddVersion(string Name, string Prefix, IReadOnlyList<string> Numbers)
{
    /// <summary>Why it is none.</summary>
    public string Reason => Numbers.Count == 3 ? $"{Numbers.First(number => number is ['0', _, ..])} has a leading zero" : $"it has {(Numbers.Count == 1 ? "one number" : $"{Numbers.Count} numbers")}, not three";

    /// <summary><c>null</c> when the name is no such tag: a word, or a semantic version.</summary>
    public static OddVersion? TryParse(string name) =>
        Refs.ReleaseTag.TryParse(name) is null && Pattern().Match(name) is { Success: true } match && match.Groups["numbers"].Value.Split('.') is var numbers
        && (numbers.Length > 1 || match.Groups["prefix"].Value is "" or "v" or "V") && (numbers.Length != 3 || numbers.Any(number => number is ['0', _, ..]))
            ? new OddVersion(name, match.Groups["prefix"].Value, numbers)
            : null;

    /// <summary>Whether its numbers are higher, number by number; those of which it is only the beginning are not lower.</summary>
    public bool IsAbove(IReadOnlyList<int> other)
    {
        foreach ((string number, int theirs) in Numbers.Zip(other))
        {
            string bare = number.TrimStart('0');
            string text = theirs == 0 ? "" : theirs.ToString(System.Globalization.CultureInfo.InvariantCulture);
            int order = bare.Length != text.Length ? bare.Length.CompareTo(text.Length) : string.CompareOrdinal(bare, text);
            if (order != 0)
                return order > 0;
        }

        return Numbers.Count > other.Count;
    }

    [GeneratedRegex(@"^(?<prefix>(.*[^0-9.])?)(?<numbers>[0-9]{1,9}(\.[0-9]{1,9}){0,5})([-+][0-9A-Za-z.+-]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
