using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Has GitHub merge the base into the head. GitHub only takes it on (202): the new head is the proof.</summary>
internal sealed class BranchUpdating(GitHubApi api)
{
    private const int Looks = 6;
    private readonly PullRequestCalls _pullRequests = new(api);

    /// <summary>
    /// REST: <c>PUT …/pulls/{number}/update-branch</c> with the expected head, then waits for the new head. The evidence is its full sha; its checks
    /// and reviews begin anew.
    /// </summary>
    public async Task<Outcome> ApplyAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken)
    {
        (string head, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => UpdateAsync(step, cancellationToken),
            () => FindAsync(step, cancellationToken),
            cancellationToken
        );
        return new Outcome(step, head, wasFound);
    }

    private async Task<Settled<string>> UpdateAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken)
    {
        var call = new Call($"bring {step.BaseBranch} into #{step.Number}", api.InRepository($"pulls/{step.Number}/update-branch"), IsWrite: true);
        try
        {
            await api.SendAsync(call, rest => rest.Put<MessageAnswer>(call.Uri, new UpdateBranchBody(step.ExpectedHead.Value)), cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            return new Settled<string>(await ExplainAsync(step, e, cancellationToken), WasFound: true);
        }

        for (int look = 1; look <= Looks; look++)
        {
            if (await FindAsync(step, cancellationToken) is { } head)
                return new Settled<string>(head, WasFound: false);

            await Task.Delay(Backoff.After(api.Connection.Options.FirstBackoff, look), api.Connection.Time, cancellationToken);
        }

        throw GitHubErrors.NotUpdated(step);
    }

    /// <summary>The new head when it is the old one with the base merged in; <c>null</c> while the head is the old one.</summary>
    /// <exception cref="HotfixException">HF3010 when somebody pushed something else.</exception>
    private async Task<string?> FindAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken)
    {
        PullRequest found = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (found.HeadSha == step.ExpectedHead)
            return null;

        var call = new Call($"read commit {found.HeadSha.Short}", api.InRepository($"git/commits/{found.HeadSha}"));
        GitCommitAnswer commit = await api.GetAsync<GitCommitAnswer>(call, cancellationToken);
        bool isUpdate = commit.Parents.Count == 2 && commit.Parents[0].Sha == step.ExpectedHead.Value;
        return isUpdate ? found.HeadSha.Value : throw GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, found.HeadSha);
    }

    /// <summary>422 says that the head moved, that there is nothing to bring in, or that the two conflict: the state tells which.</summary>
    private async Task<string> ExplainAsync(PlanStep.UpdateBranch step, HotfixException refusal, CancellationToken cancellationToken)
    {
        if (await FindAsync(step, cancellationToken) is { } head)
            return head;

        PullRequest now = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (now.State != PullRequestState.Open)
            throw GitHubErrors.NotMergeable(step.Number, refusal.Refusal.Why);

        int behind = await new BranchHistory(api).CountBehindAsync(step.BaseBranch, step.ExpectedHead, cancellationToken);
        return behind == 0 ? step.ExpectedHead.Value : throw GitHubErrors.NotUpdatable(step, refusal);
    }
}
