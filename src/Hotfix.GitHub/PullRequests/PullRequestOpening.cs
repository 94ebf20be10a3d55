using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Opens the one pull request, or adopts the one that is open.</summary>
/// <param name="api">The repository.</param>
/// <param name="pullRequests">Is told what was opened, so that the look afterwards need not ask.</param>
internal sealed class PullRequestOpening(GitHubApi api, PullRequestCalls pullRequests)
{
    private readonly PullRequestExtras _extras = new(api);

    /// <summary>REST: <c>POST …/pulls</c>, then labels and reviewers. One that is open already is found, not opened again.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.OpenPullRequest step, CancellationToken cancellationToken)
    {
        PullRequestDraft draft = step.Draft;
        (PullRequest pullRequest, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => OpenOrAdoptAsync(draft, cancellationToken),
            () => FindOpenAsync(draft, cancellationToken),
            cancellationToken
        );
        if (pullRequest.HeadSha != draft.HeadSha)
            throw GitHubErrors.HeadMoved(pullRequest.Number, draft.HeadSha, pullRequest.HeadSha);

        IReadOnlyList<string> notes = await _extras.AddAsync(pullRequest, draft.Labels, draft.Reviewers, cancellationToken);
        if (!wasFound && notes.Count == 0)
            pullRequests.Opened(pullRequest with { Labels = draft.Labels, RequestedReviewers = draft.Reviewers });

        return new Outcome(step, string.Join("; ", [$"#{pullRequest.Number} {pullRequest.Url}", .. notes]), wasFound);
    }

    private async Task<Settled<PullRequest>> OpenOrAdoptAsync(PullRequestDraft draft, CancellationToken cancellationToken)
    {
        var call = new Call($"open a pull request from {draft.HeadBranch} to {draft.BaseBranch}", api.InRepository("pulls"), IsWrite: true);
        var body = new NewPullRequestBody(draft.Title, draft.HeadBranch.Value, draft.BaseBranch.Value, draft.Body, draft.IsDraft);
        try
        {
            PullRequestAnswer answer = await api.SendAsync(
                call,
                rest => rest.Post<PullRequestAnswer>(call.Uri, body, null, "application/json", cancellationToken: cancellationToken),
                cancellationToken
            );
            api.Connection.Authors.Made(answer.User?.Login ?? "");
            return new Settled<PullRequest>(answer.ToPullRequest(), WasFound: false);
        }
        catch (HotfixException e) when (GitHubFailure.IsInvalid(e))
        {
            // "A pull request already exists" has the code 'custom': only the list tells it from, say, a base that is missing.
            if (await FindOpenAsync(draft, cancellationToken) is { } found)
                return new Settled<PullRequest>(found, WasFound: true);

            throw;
        }
        catch (HotfixException e)
            when (GitHubFailure.IsForbidden(e) && e.Refusal.Why.Contains("not permitted to create or approve pull requests", StringComparison.OrdinalIgnoreCase)
            )
        {
            throw GitHubErrors.ActionsMayNotOpen(draft.HeadBranch, api.Connection.Address, e);
        }
    }

    private async Task<PullRequest?> FindOpenAsync(PullRequestDraft draft, CancellationToken cancellationToken) =>
        (await pullRequests.ListAsync(draft.HeadBranch, cancellationToken)).FirstOrDefault(found =>
            found is { State: PullRequestState.Open, IsForeign: false } && found.BaseBranch == draft.BaseBranch
        );
}
