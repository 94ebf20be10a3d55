using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>
/// GitVersion takes a version from the name of a merged release or hotfix branch, for ever: <c>Merge branch 'hotfix/2.0.0-crash'</c>
/// outweighs a tag 1.4.3 that came after it.
/// </summary>
internal static partial class MergeMessages
{
    /// <summary>Whether a merge at or before <paramref name="start"/> names a version above every release.</summary>
    public static async Task<bool> NameHigherVersionAsync(GitCommandLine git, CommitSha start, SemanticVersion highest, CancellationToken cancellationToken)
    {
        string subjects = await git.ReadAsync(
            ["log", "--no-show-signature", "--no-color", "--format=%s", "--extended-regexp", "--grep=^(Merge|Finish) .*[0-9]+[.][0-9]+", start.Value, "--"],
            cancellationToken
        );
        return subjects.Split('\n').SelectMany(subject => Version().Matches(subject)).Any(match => IsHigher(match, highest));
    }

    private static bool IsHigher(Match match, SemanticVersion highest)
    {
        int[] numbers = [.. match.Value.Split('.').Select(Number)];
        return (numbers[0], numbers[1], numbers.ElementAtOrDefault(2)).CompareTo((highest.Major, highest.Minor, highest.Patch)) > 0;
    }

    // A number that is too large for an int is a date or a ticket; it decides for the whole history, which is never wrong.
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    [GeneratedRegex("[0-9]+[.][0-9]+([.][0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
