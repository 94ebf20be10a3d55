using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Policies;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Git;
using Hotfix.GitHub;

namespace Hotfix.Pipeline.Branching;

/// <summary>Looks for the commits that may have brought what was fixed, and the pull requests that they came with.</summary>
internal sealed partial class CandidateLook(Blame blame, GitHubAreas github)
{
    /// <summary>Each costs a request.</summary>
    private const int MostAsked = 5;

    public async Task<(IReadOnlyList<CauseCandidate> Candidates, IReadOnlyList<string> Unknown)> ReadAsync(
        ReleasedHotfix hotfix,
        FixRange range,
        CancellationToken cancellationToken
    )
    {
        FileChange[] product = [.. range.Changes.Where(change => !PathKinds.IsTest(change.Path) && !PathKinds.IsLockFile(change.Path))];
        try
        {
            BlameFindings found = product.Length == 0 ? BlameFindings.None : await blame.ReadAsync(range.Before, range.Head, product, cancellationToken);
            int asked = 0;
            var candidates = new List<CauseCandidate>();
            foreach (BlamedCommit commit in found.Commits)
            {
                PullRequestLink? named = Named(commit.Subject, hotfix.Web);
                candidates.Add(new CauseCandidate(commit, named ?? (asked++ < MostAsked ? await AskAsync(commit, cancellationToken) : null)));
            }

            return (candidates, found.Unknown);
        }
        catch (HotfixException e)
        {
            return ([], [$"git could not tell: {e.Refusal.What}"]);
        }
    }

    /// <summary>Squashes and merges of GitHub's name their pull request.</summary>
    private static PullRequestLink? Named(string subject, string web) =>
        web.Length > 0
        && Number().Match(subject) is { Success: true } match
        && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new PullRequestLink(number, string.Create(CultureInfo.InvariantCulture, $"{web}/pull/{number}"))
            : null;

    private async Task<PullRequestLink?> AskAsync(BlamedCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await github.PullRequests.FindOfCommitAsync(commit.Sha, cancellationToken) is { } found
                ? new PullRequestLink(found.Number, found.Url)
                : null;
        }
        catch (HotfixException)
        {
            return null; // a link less; the commit itself is known
        }
    }

    [GeneratedRegex(@"\(#(?<number>\d{1,9})\)\s*$|^Merge pull request #(?<number>\d{1,9})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
