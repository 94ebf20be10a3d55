using System.Globalization;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Rules;

/// <summary>Whether the rules on the base branch let a pull request be merged, and what GitHub says when they do not.</summary>
internal static class MergeGate
{
    /// <summary>
    /// Unmet demands in GitHub's words; empty when the merge may go ahead. <paramref name="sources"/> are the rules that bind whoever merges.
    /// </summary>
    public static async Task<IReadOnlyList<string>> UnmetAsync(
        HostedRepository repository,
        PullRequest pullRequest,
        IReadOnlyList<BranchRules> sources,
        CancellationToken cancellationToken
    )
    {
        var unmet = new List<string>();
        CheckBoard checks = CheckBoard.Of(repository, pullRequest.HeadSha);
        foreach (BranchRules rules in sources)
        {
            unmet.AddRange(Reviews(ReviewBoard.Of(repository, pullRequest), rules));
            unmet.AddRange(await OwnersAsync(repository, pullRequest, rules, cancellationToken));
            unmet.AddRange(Checks(checks, rules.Checks));
            if (rules.ConversationResolution && pullRequest.Threads.Any(thread => !thread.Resolved))
                unmet.Add("A conversation must be resolved before this pull request can be merged.");

            if (rules.Strict && rules.Checks.Count > 0 && await IsBehindAsync(repository, pullRequest, cancellationToken))
                unmet.Add($"{pullRequest.HeadBranch} is not up to date with {pullRequest.BaseBranch}.");
        }

        return [.. unmet.Distinct()];
    }

    /// <summary>The head lacks the base's tip, and a rule asks for it.</summary>
    public static async Task<bool> IsBehindAsync(HostedRepository repository, PullRequest pullRequest, CancellationToken cancellationToken)
    {
        Divergence divergence = await repository.Git.History.DivergenceAsync(pullRequest.BaseSha, pullRequest.HeadSha, cancellationToken);
        return divergence.Behind > 0;
    }

    private static IEnumerable<string> Reviews(ReviewBoard board, BranchRules rules)
    {
        if (rules.Approvals > 0 && board.ChangesRequested)
            yield return "Changes have been requested.";
        else if (board.Approvals < rules.Approvals)
            yield return $"At least {rules.Approvals.ToString(CultureInfo.InvariantCulture)} approving review{(rules.Approvals == 1 ? " is" : "s are")} required by reviewers with write access.";

        if (rules.LastPushApproval && !board.LastPushApproved)
            yield return "New changes require approval from someone other than the last pusher.";
    }

    private static async Task<IEnumerable<string>> OwnersAsync(
        HostedRepository repository,
        PullRequest pullRequest,
        BranchRules rules,
        CancellationToken cancellationToken
    )
    {
        if (!rules.CodeOwners)
            return [];

        HashSet<Account> approvers = [.. ReviewBoard.Of(repository, pullRequest).Approvers];
        IEnumerable<Account> awaited = (await CodeOwners.OfAsync(repository, pullRequest, cancellationToken))
            .Where(owners => !owners.Any(approvers.Contains))
            .SelectMany(owners => owners);
        string names = string.Join(", ", awaited.Select(owner => owner.Login).Distinct());
        return names.Length == 0 ? [] : [$"Waiting on code owner review from {names}."];
    }

    private static IEnumerable<string> Checks(CheckBoard board, IReadOnlyList<RequiredStatusCheck> required)
    {
        (RequiredStatusCheck Check, CheckState State)[] open =
        [
            .. required.Select(check => (check, board.StateOf(check))).Where(pair => pair.Item2 != CheckState.Passing),
        ];
        foreach (var group in open.GroupBy(pair => pair.State))
        {
            string state = group.Key switch
            {
                CheckState.Failing => "failing",
                CheckState.Pending => "in progress",
                _ => "expected",
            };
            yield return group.Count() == 1
                ? $"Required status check \"{group.First().Check.Context}\" is {state}."
                : $"{group.Count()} of {required.Count} required status checks are {state}.";
        }
    }
}
