using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Octokit;
using MergeMethod = Hotfix.Core.Snapshots.MergeMethod;
using PullRequest = Hotfix.Core.Snapshots.PullRequest;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Merges at exactly the head that was reviewed. The evidence is the merge commit's full sha.</summary>
internal sealed class PullRequestMerging(GitHubApi api)
{
    private const int LooksAfterwards = 4;
    private readonly PullRequestCalls _pullRequests = new(api);

    /// <summary>REST: <c>PUT …/pulls/{number}/merge</c> with the expected head.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken)
    {
        (string sha, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => MergeAsync(step, cancellationToken),
            () => FindMergedAsync(step, cancellationToken),
            cancellationToken
        );
        await SeeAsync(step, cancellationToken);
        return new Outcome(step, CommitSha.Parse(sha).Value, wasFound);
    }

    private async Task<Settled<string>> MergeAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken)
    {
        var call = new Call($"merge #{step.Number}", api.InRepository($"pulls/{step.Number}/merge"), IsWrite: true);
        var body = new MergePullRequest
        {
            Sha = step.ExpectedHead.Value,
            MergeMethod = MethodOf(step.Method),
            CommitTitle = step.Title.Length == 0 ? null : step.Title,
        };
        try
        {
            PullRequestMerge answer = await api.RunAsync(
                call,
                () => api.Connection.Octokit.PullRequest.Merge(api.Owner, api.Name, step.Number, body),
                cancellationToken
            );
            return answer is { Merged: true, Sha: { } sha }
                ? new Settled<string>(sha, WasFound: false)
                : throw GitHubFailure.Unreadable(call, "The answer does not say that it was merged.");
        }
        catch (HotfixException e) when (e.InnerException is PullRequestNotMergeableException or PullRequestMismatchException)
        {
            return new Settled<string>(await FindMergedAsync(step, cancellationToken) ?? throw await ExplainAsync(step, e, cancellationToken), WasFound: true);
        }
    }

    /// <summary>
    /// GitHub answers reads from copies: whoever looks next shall see the merge. Not seeing it after a few looks is no failure; the merge is proven.
    /// </summary>
    private async Task SeeAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken)
    {
        try
        {
            for (int look = 1; look <= LooksAfterwards && await FindMergedAsync(step, cancellationToken) is null; look++)
                await Task.Delay(Backoff.After(api.Connection.Options.FirstBackoff, look), api.Connection.Time, cancellationToken);
        }
        catch (HotfixException)
        {
            // The merge is proven; the next look of the run says what is wrong with reading.
        }
    }

    /// <summary>The merge commit when it is merged with that very head; <c>null</c> while it is not merged.</summary>
    /// <exception cref="HotfixException">HF3010 when it was merged with another head.</exception>
    private async Task<string?> FindMergedAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken)
    {
        PullRequest found = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (found.State != PullRequestState.Merged)
            return null;

        return found.HeadSha == step.ExpectedHead ? found.MergeCommitSha?.Value : throw GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, found.HeadSha);
    }

    /// <summary>405 is "not mergeable", 409 "the head is not that sha": the pull request says where it is.</summary>
    private async Task<HotfixException> ExplainAsync(PlanStep.MergePullRequest step, HotfixException refusal, CancellationToken cancellationToken)
    {
        PullRequest now = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        return now.HeadSha != step.ExpectedHead
            ? GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, now.HeadSha, refusal)
            : GitHubErrors.NotMergeable(step.Number, $"{refusal.Refusal.Why} (mergeable_state: {now.MergeableState})", refusal.InnerException);
    }

    private static PullRequestMergeMethod MethodOf(MergeMethod method) =>
        method switch
        {
            MergeMethod.Merge => PullRequestMergeMethod.Merge,
            MergeMethod.Squash => PullRequestMergeMethod.Squash,
            MergeMethod.Rebase => PullRequestMergeMethod.Rebase,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A merge method that GitHub does not have."),
        };
}
