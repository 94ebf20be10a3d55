using System.Globalization;
using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.GitHub;

namespace Hotfix.Pipeline.Branching;

/// <summary>Finds the commits that a merged pull request became, for a fix that was merged first and is to be carried to what production runs.</summary>
/// <param name="git">Reads the clone.</param>
/// <param name="github">Reads the pull request.</param>
/// <param name="heads">Brings its head, whose branch may be gone; <c>null</c> where that is not to be had.</param>
internal sealed partial class MergedFixLook(GitReader git, GitHubAreas github, PullRequestHeads? heads)
{
    private const int MostCommits = 100;

    /// <summary>Whether the text can only mean a pull request: <c>#123</c>, or an address.</summary>
    public static bool IsMeant(string text) => Address().IsMatch(text.Trim()) || text.Trim().StartsWith('#');

    /// <summary>The commits as <c>a..b</c> or one sha, and one line about where they come from.</summary>
    /// <exception cref="HotfixException">HF4306 when there is no such merged pull request here; HF4307 when its commits are not those of one fix.</exception>
    public async Task<(string Commits, string Origin)> FindAsync(string text, RemoteRefs remote, CancellationToken cancellationToken)
    {
        int number = Number(text.Trim(), remote);
        PullRequest pullRequest = await ReadAsync(text, number, cancellationToken);
        if (pullRequest is not { State: PullRequestState.Merged, MergeCommitSha: { } merge })
            throw NotMerged(text, $"Pull request #{number} '{pullRequest.Title}' is {pullRequest.State.ToString().ToLowerInvariant()}: {pullRequest.Url}");

        CommitSha tip = remote.Tip(pullRequest.BaseBranch)
            ?? throw NotMerged(text, $"It was merged into {pullRequest.BaseBranch}, which {remote.Remote} no longer has.");
        await git.FetchAsync(remote, [pullRequest.BaseBranch], [], cancellationToken);
        if (await git.ReadTreeAsync(merge, cancellationToken) is null || !await git.IsAncestorAsync(merge, tip, cancellationToken))
            throw NotMerged(text, $"{pullRequest.BaseBranch} ({tip.Short}) does not have {merge.Short}, as which it was merged.");

        (string commits, string how) = await CommitsAsync(pullRequest, merge, remote, cancellationToken);
        return (commits, $"the fix is pull request #{number} '{pullRequest.Title}', {how}, which {pullRequest.BaseBranch} has: {pullRequest.Url}");
    }

    // Not there, or an issue's number, which are of the same row.
    private async Task<PullRequest> ReadAsync(string text, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await github.PullRequests.ReadAsync(number, cancellationToken);
        }
        catch (HotfixException e) when (e.Code == "HF3008")
        {
            throw NotMerged(text, $"GitHub shows this credential no pull request #{number}; an issue may have that number.");
        }
    }

    private async Task<(string Commits, string How)> CommitsAsync(
        PullRequest pullRequest,
        CommitSha merge,
        RemoteRefs remote,
        CancellationToken cancellationToken
    )
    {
        CommitSummary commit = await git.ReadCommitAsync(merge, cancellationToken);
        if (commit.Parents is [var main, var head, ..])
        {
            IReadOnlyList<CommitSummary> own = await git.ListCommitsAsync(main, head, MostCommits, cancellationToken);
            return own.Count < MostCommits && own.All(one => one.Parents.Count == 1)
                ? ($"{main}..{head}", $"merged as {merge.Short}")
                : throw new HotfixException(
                    "HF4307",
                    what: $"The commits of pull request #{pullRequest.Number} cannot be taken one by one; nothing was changed.",
                    why: own.Count >= MostCommits
                        ? $"It has {MostCommits} commits or more."
                        : $"It holds merges, such as {own.First(one => one.Parents.Count > 1).Sha.Short}.",
                    next: $"Name those that are the fix: --fix a..b, or pass a patch: git diff {main.Short}...{head.Short} > fix.patch"
                );
        }

        if (
            commit.Parents is not [var before]
            || heads is null
            || !await heads.FetchAsync(remote, pullRequest.Number, pullRequest.HeadSha, cancellationToken)
            || await git.FindMergeBaseAsync(before, pullRequest.HeadSha, cancellationToken) is not { } fork
        )
        {
            return (merge.Value, $"merged as {merge.Short}");
        }

        // A rebase leaves the same subjects in the same order; a squash leaves one.
        CommitSummary[] theirs =
        [
            .. (await git.ListCommitsAsync(fork, pullRequest.HeadSha, MostCommits, cancellationToken)).Where(one => one.Parents.Count == 1),
        ];
        IReadOnlyList<CommitSummary> newest = theirs.Length < 2 ? [] : await git.ListCommitsAsync(fork, merge, theirs.Length, cancellationToken);
        return
            newest.Count == theirs.Length
            && newest.Select(one => one.Subject).SequenceEqual(theirs.Select(one => one.Subject))
            && newest[0].Parents is [var first]
            ? ($"{first}..{merge}", $"rebased as {newest.Count} commits up to {merge.Short}")
            : (merge.Value, $"squashed as {merge.Short}");
    }

    private static int Number(string text, RemoteRefs remote)
    {
        Match address = Address().Match(text);
        string repository = address.Groups["repository"].Value;
        if (
            address.Success
            && !Regex.IsMatch(remote.Url, $"[/:]{Regex.Escape(repository)}(\\.git)?/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
        )
        {
            throw NotMerged(text, $"It is of {repository}, and {remote.Remote} is {remote.Url}.");
        }

        string digits = address.Success ? address.Groups["number"].Value : text.TrimStart('#');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw NotMerged(text, "A pull request is named by its number or its address.");
    }

    private static HotfixException NotMerged(string text, string why) =>
        new(
            "HF4306",
            what: $"--fix '{text}' is no pull request that this repository has merged; nothing was changed.",
            why: why,
            next: "Name one that is merged, a commit, a range a..b, or a patch file."
        );

    [GeneratedRegex(
        @"^https?://[^/]+/(?<repository>[^/]+/[^/]+)/pull/(?<number>[0-9]{1,9})([/?#].*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
