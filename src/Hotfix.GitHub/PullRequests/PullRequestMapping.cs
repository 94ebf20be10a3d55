using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>From GitHub's words to ours.</summary>
internal static class PullRequestMapping
{
    /// <summary>The account that GitHub shows in place of a deleted one.</summary>
    public const string Ghost = "ghost";

    public static PullRequest ToPullRequest(this PullRequestAnswer answer) =>
        new()
        {
            Number = answer.Number,
            Url = answer.HtmlUrl,
            Title = answer.Title,
            Body = answer.Body ?? "",
            Author = answer.User?.Login ?? Ghost,
            State = StateOf(answer),
            IsDraft = answer.Draft ?? false,
            HeadBranch = BranchName.Parse(answer.Head.Ref),
            HeadSha = CommitSha.Parse(answer.Head.Sha),
            BaseBranch = BranchName.Parse(answer.Base.Ref),
            IsMergeable = answer.Mergeable,
            MergeableState = answer.MergeableState?.ToLowerInvariant() ?? "unknown",
            MergeCommitSha = answer.MergedAt is not null && CommitSha.TryParse(answer.MergeCommitSha, out CommitSha merge) ? merge : null,
            MergedBy = answer.MergedAt is null ? null : answer.MergedBy?.Login,
            CreatedAt = answer.CreatedAt,
            MergedAt = answer.MergedAt,
            ClosedAt = answer.ClosedAt,
            Labels = [.. (answer.Labels ?? []).Select(label => label.Name ?? "").Where(name => name.Length > 0)],
            RequestedReviewers = [.. Reviewers(answer)],
            NodeId = answer.NodeId ?? "",
            AutoMerge = answer.AutoMerge is { } armed ? new AutoMerge(armed.EnabledBy?.Login ?? Ghost, MethodOf(armed.MergeMethod)) : null,
            UpdatedAt = answer.UpdatedAt,
        };

    /// <summary>Whether the head lies in the same repository; a fork may have a branch of the same name.</summary>
    public static bool IsFromOwnRepository(this PullRequestAnswer answer) => answer.Head.Repo is { } head && head.Id == answer.Base.Repo?.Id;

    private static MergeMethod? MethodOf(string word) =>
        Enum.TryParse(word, ignoreCase: true, out MergeMethod method) && Enum.IsDefined(method) ? method : null;

    private static PullRequestState StateOf(PullRequestAnswer answer) =>
        answer.MergedAt is not null ? PullRequestState.Merged
        : answer.State == "open" ? PullRequestState.Open
        : PullRequestState.Closed;

    private static IEnumerable<string> Reviewers(PullRequestAnswer answer)
    {
        string organisation = answer.Base.Repo?.Owner?.Login ?? "";
        return (answer.RequestedReviewers ?? []).Select(user => user.Login).Concat((answer.RequestedTeams ?? []).Select(team => $"{organisation}/{team.Slug}"));
    }
}
