using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Merging;

/// <summary>Merges that nobody asks for at that moment: auto-merge once the rules are met, and the merge queue.</summary>
internal static class Automatic
{
    /// <summary>To be called after every change of the repository.</summary>
    public static async Task AdvanceAsync(HostedRepository repository, CancellationToken cancellationToken)
    {
        foreach (PullRequest pull in repository.PullRequests.Values.Where(pull => pull is { AutoMerge: not null, Issue.Open: true }).ToArray())
            await TryAsync(repository, pull, pull.AutoMerge!, cancellationToken);

        while (await AdvanceQueueAsync(repository, cancellationToken))
        {
            // The next one's turn.
        }
    }

    private static async Task TryAsync(HostedRepository repository, PullRequest pull, AutoMerge auto, CancellationToken cancellationToken)
    {
        IReadOnlyList<BranchRules> rules = BranchRules.For(repository, GitRef.Heads + pull.BaseBranch);
        if ((await MergeGate.UnmetAsync(repository, pull, rules, cancellationToken)).Count > 0)
            return;

        // Where there is a queue, "when ready" means: into the queue when ready.
        if (rules.Any(rule => rule.MergeQueue))
        {
            pull.AutoMerge = null;
            repository.Queue.Add(new QueueEntry(repository.Hub.NextId(), pull, auto.EnabledBy, repository.Hub.Now));
            return;
        }

        try
        {
            await Merger.MergeAsync(
                repository,
                pull,
                new MergeRequest(auto.EnabledBy, auto.Method) { Title = auto.Title, Message = auto.Message },
                cancellationToken
            );
        }
        catch (ApiFailure)
        {
            // A conflict, or a draft: it stays armed, as on GitHub.
        }
    }

    // True when the first entry left the queue.
    private static async Task<bool> AdvanceQueueAsync(HostedRepository repository, CancellationToken cancellationToken)
    {
        QueueRemoval Removal(string reason) => new(repository.Hub.NextId(), By: null, reason, repository.Hub.Now);
        repository.Queue.RemoveAll(entry => !entry.Pull.Issue.Open);
        if (repository.Queue.FirstOrDefault() is not { } first)
            return false;

        if (first.GroupSha is null || first.BaseSha != first.Pull.BaseSha)
            await FormGroupAsync(repository, first, cancellationToken);

        if (first.GroupSha is null)
            return await LeaveQueueAsync(repository, first.Pull, Removal("merge_conflict"), cancellationToken);

        CheckBoard board = CheckBoard.Of(repository, first.GroupSha);
        CheckState[] states = [.. BranchRules.For(repository, GitRef.Heads + first.Pull.BaseBranch).SelectMany(rules => rules.Checks).Select(board.StateOf)];
        if (states.Contains(CheckState.Failing))
            return await LeaveQueueAsync(repository, first.Pull, Removal("failed_checks"), cancellationToken);

        if (states.Any(state => state != CheckState.Passing))
            return false;

        await repository.Git.UpdateRefAsync(GitRef.Heads + first.Pull.BaseBranch, first.GroupSha, first.BaseSha, cancellationToken);
        repository.Record("merge_queue_merge", GitRef.Heads + first.Pull.BaseBranch, (first.BaseSha!, first.GroupSha), first.By);
        first.Pull.Merge = new Merge(first.GroupSha, first.By, repository.Hub.Now);
        first.Pull.Issue.Close(first.By, repository.Hub.Now);
        return await LeaveAsync(repository, first, cancellationToken);
    }

    /// <summary>Takes a pull request out of the queue, if it is in it, and remembers why.</summary>
    public static async Task<bool> LeaveQueueAsync(HostedRepository repository, PullRequest pull, QueueRemoval removal, CancellationToken cancellationToken)
    {
        if (repository.Queue.FirstOrDefault(entry => entry.Pull == pull) is not { } found)
            return false;

        pull.QueueRemovals.Add(removal);
        pull.Issue.UpdatedAt = removal.At;
        repository.Queue.Remove(found);
        await DropGroupAsync(repository, found, cancellationToken);
        return true;
    }

    private static async Task DropGroupAsync(HostedRepository repository, QueueEntry entry, CancellationToken cancellationToken)
    {
        if (entry.GroupSha is null)
            return;

        await repository.Git.UpdateRefAsync(GitRef.Heads + entry.GroupBranch, sha: null, entry.GroupSha, cancellationToken);
        entry.GroupSha = null;
    }

    private static async Task FormGroupAsync(HostedRepository repository, QueueEntry entry, CancellationToken cancellationToken)
    {
        await DropGroupAsync(repository, entry, cancellationToken);
        entry.BaseSha = entry.Pull.BaseSha;
        string? tree = await repository.Git.History.MergedTreeAsync(entry.Pull.BaseSha, entry.Pull.HeadSha, cancellationToken);
        if (tree is null)
            return;

        var by = new Signature("GitHub", "noreply@github.com", repository.Hub.Now);
        string message =
            $"Merge pull request #{entry.Pull.Number} from {repository.Owner.Login}/{entry.Pull.HeadBranch}\n\n{entry.Pull.Issue.Title}\n\nMerge-Queue-Entry: {entry.Id}"; // no second try has the sha of the first
        entry.GroupSha = await repository.Git.WriteCommitAsync(
            new GitCommit("", tree, [entry.Pull.BaseSha, entry.Pull.HeadSha], by, by, message),
            cancellationToken
        );
        await repository.Git.UpdateRefAsync(GitRef.Heads + entry.GroupBranch, entry.GroupSha, expected: null, cancellationToken);
    }

    private static async Task<bool> LeaveAsync(HostedRepository repository, QueueEntry entry, CancellationToken cancellationToken)
    {
        repository.Queue.Remove(entry);
        await repository.Git.UpdateRefAsync(GitRef.Heads + entry.GroupBranch, sha: null, entry.GroupSha, cancellationToken);
        await HeadWatcher.RefsMovedAsync(repository, entry.By, cancellationToken);
        return true;
    }
}
