using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Pages;

/// <summary>An issue or a pull request, with what was said about it.</summary>
internal static class ThreadPage
{
    public static PageContent? Find(HostedRepository repository, int number)
    {
        PullRequest? pull = repository.PullRequests.GetValueOrDefault(number);
        Issue? issue = pull?.Issue ?? repository.Issues.GetValueOrDefault(number);
        return issue is null
            ? null
            : new PageContent(repository.FullName, issue.Title, State(issue, pull))
            {
                Line = pull is null ? $"Issue #{number}" : $"Pull request #{number}: {pull.HeadBranch} into {pull.BaseBranch}",
                Facts =
                [
                    ("Author", issue.User.Login),
                    ("Assignees", string.Join(", ", issue.Assignees.Select(account => account.Login))),
                    ("Labels", string.Join(", ", issue.Labels.Select(label => label.Name))),
                    ("Opened", PageText.Time(issue.CreatedAt)),
                    ("Merged", pull?.Merge is { } merge ? $"{PageText.Time(merge.At)} by {merge.By.Login}, {merge.Sha}" : ""),
                    ("Closed", pull?.Merge is null && issue.ClosedAt is { } at ? PageText.Time(at) : ""),
                ],
                Entries =
                [
                    new PageEntry("description", issue.User.Login, "wrote", issue.CreatedAt, issue.Body ?? ""),
                    .. Said(issue, pull).OrderBy(entry => entry.At),
                ],
            };
    }

    private static string State(Issue issue, PullRequest? pull) =>
        pull switch
        {
            { Merge: not null } => "Merged",
            { Draft: true, Issue.Open: true } => "Draft",
            _ => issue.Open ? "Open" : "Closed",
        };

    private static IEnumerable<PageEntry> Said(Issue issue, PullRequest? pull)
    {
        IEnumerable<PageEntry> comments = issue.Comments.Select(comment => new PageEntry(
            $"issuecomment-{comment.Id}",
            comment.User.Login,
            "commented",
            comment.CreatedAt,
            comment.Body
        ));
        IEnumerable<PageEntry> reviews = (pull?.Reviews ?? [])
            .Where(review => review.SubmittedAt is not null)
            .Select(review => new PageEntry($"pullrequestreview-{review.Id}", review.User.Login, Did(review.State), review.SubmittedAt!.Value, review.Body));
        return comments.Concat(reviews);
    }

    private static string Did(string state) =>
        state switch
        {
            Review.Approved => "approved",
            Review.ChangesRequested => "requested changes",
            Review.Dismissed => "reviewed, which was dismissed",
            _ => "reviewed",
        };
}
