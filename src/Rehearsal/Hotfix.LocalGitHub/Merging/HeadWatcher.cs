using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>Carries moved refs over to the open pull requests: new heads, new bases, deleted branches.</summary>
internal static class HeadWatcher
{
    /// <summary>To be called after every push and ref update, with whoever made it.</summary>
    public static async Task RefsMovedAsync(HostedRepository repository, Account by, CancellationToken cancellationToken)
    {
        repository.Git.Invalidate();
        IReadOnlyDictionary<string, GitRef> refs = await repository.Git.RefsAsync(cancellationToken);
        foreach (PullRequest pull in repository.PullRequests.Values.Where(pull => pull.Issue.Open).ToArray())
        {
            GitRef? head = refs.GetValueOrDefault(GitRef.Heads + pull.HeadBranch);
            GitRef? @base = refs.GetValueOrDefault(GitRef.Heads + pull.BaseBranch);
            if (head is null || @base is null)
                pull.Issue.Close(by, repository.Hub.Now);
            else
                await MoveAsync(repository, pull, (head.Sha, @base.Sha, by), cancellationToken);
        }
    }

    /// <summary>Asks the owners of the changed files for a review, as GitHub does by itself.</summary>
    public static async Task AskOwnersAsync(HostedRepository repository, PullRequest pull, CancellationToken cancellationToken)
    {
        if (pull.Draft)
            return;

        foreach (
            Account owner in (await CodeOwners.OfAsync(repository, pull, cancellationToken))
                .SelectMany(owners => owners)
                .Distinct()
                .Where(owner => owner != pull.Issue.User)
        )
        {
            if (pull.Reviews.Any(review => review.User == owner) || !pull.RequestedOwners.Add(owner))
                continue;

            if (!pull.RequestedReviewers.Contains(owner))
                pull.RequestedReviewers.Add(owner);
        }
    }

    private static async Task MoveAsync(
        HostedRepository repository,
        PullRequest pull,
        (string Head, string Base, Account By) now,
        CancellationToken cancellationToken
    )
    {
        if (pull.HeadSha == now.Head && pull.BaseSha == now.Base)
            return;

        pull.MergeableIn = repository.Hub.Options.MergeableDelay;
        if (pull.HeadSha != now.Head)
            await HeadMovedAsync(repository, pull, (now.Head, now.By), cancellationToken);

        if (pull.BaseSha == now.Base)
            return;

        // Somebody brought the head into the base by other means: GitHub shows the pull request as merged.
        Divergence divergence = await repository.Git.History.DivergenceAsync(now.Base, pull.HeadSha, cancellationToken);
        if (divergence.Ahead == 0)
        {
            pull.Merge = new Merge(now.Base, now.By, repository.Hub.Now);
            pull.Issue.Close(now.By, repository.Hub.Now);
            return;
        }

        pull.BaseSha = now.Base;
    }

    private static async Task HeadMovedAsync(HostedRepository repository, PullRequest pull, (string Head, Account By) now, CancellationToken cancellationToken)
    {
        await Automatic.LeaveQueueAsync(
            repository,
            pull,
            new QueueRemoval(repository.Hub.NextId(), By: null, "head_moved", repository.Hub.Now),
            cancellationToken
        );
        pull.HeadSha = now.Head;
        pull.LastPusher = now.By;
        pull.HeadMovedAt = pull.Issue.UpdatedAt = repository.Hub.Now;
        await repository.Git.UpdateRefAsync($"refs/pull/{pull.Number}/head", now.Head, expected: null, cancellationToken);
        await AskOwnersAsync(repository, pull, cancellationToken);
        if (!BranchRules.For(repository, GitRef.Heads + pull.BaseBranch).Any(rules => rules.DismissStaleReviews))
            return;

        foreach (Review review in pull.Reviews.Where(review => review.State == Review.Approved))
            review.State = Review.Dismissed;
    }
}
