using System.Globalization;
using System.Text.RegularExpressions;

namespace Hotfix.Git.Parsing;

/// <summary>The lines of the older file that a patch without context (<c>--unified=0</c>) is about.</summary>
/// <remarks>
/// Source: git-diff(1): <c>@@ -first,count +first,count @@</c>, without a count of 1. Where nothing is removed, <c>first</c> is the line behind
/// which something was added, 0 for the very beginning.
/// </remarks>
internal static partial class HunkOutput
{
    /// <summary>
    /// First and last line, 1-based: those that were removed or replaced, or else the two beside what was added. The last may lie one behind the file's end.
    /// </summary>
    public static IReadOnlyList<(int First, int Last)> Parse(string patch) => [.. Header().Matches(patch).Select(OfOld)];

    private static (int First, int Last) OfOld(Match hunk)
    {
        int first = int.Parse(hunk.Groups["first"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int count = hunk.Groups["count"].Success ? int.Parse(hunk.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
        return count > 0 ? (first, first + count - 1) : (Math.Max(first, 1), first + 1);
    }

    [GeneratedRegex(@"^@@ -(?<first>\d{1,9})(,(?<count>\d{1,9}))? \+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Header();
}
