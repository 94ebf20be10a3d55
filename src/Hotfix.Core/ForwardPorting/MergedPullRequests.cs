using System.Text.RegularExpressions;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.ForwardPorting;

/// <summary>Pull requests as the commits that they became tell of them: cheaper than asking GitHub about each.</summary>
internal static partial class MergedPullRequests
{
    /// <summary><c>#17 title</c> of each, in the order of the commits; <c>#17</c> alone where the merge commit's subject has no title.</summary>
    public static IReadOnlyList<string> In(IEnumerable<CommitSummary> commits) =>
        [.. commits.Select(commit => Name(commit.Subject)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? Name(string subject)
    {
        if (Merge().Match(subject) is { Success: true } merge)
            return $"#{merge.Groups["number"].Value}";

        return Squash().Match(subject) is { Success: true } squash ? $"#{squash.Groups["number"].Value} {squash.Groups["title"].Value}" : null;
    }

    [GeneratedRegex(@"^Merge pull request #(?<number>\d+) from ")]
    private static partial Regex Merge();

    [GeneratedRegex(@"^(?<title>.*\S) \(#(?<number>\d+)\)$")]
    private static partial Regex Squash();
}
