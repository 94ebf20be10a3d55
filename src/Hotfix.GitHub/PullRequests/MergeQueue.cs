using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Puts a pull request into the merge queue at exactly the head that was looked at. There is no REST for it.</summary>
internal sealed class MergeQueue(GitHubApi api)
{
    private readonly GraphApi _graph = new(api);
    private readonly MergeDetails _details = new(api);
    private readonly PullRequestCalls _pullRequests = new(api);

    /// <summary>GraphQL: <c>enqueuePullRequest</c> with the expected head. The evidence names the position.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.Enqueue step, CancellationToken cancellationToken)
    {
        (string evidence, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => EnqueueAsync(step, cancellationToken),
            () => FindQueuedAsync(step, cancellationToken),
            cancellationToken
        );
        return new Outcome(step, evidence, wasFound);
    }

    private async Task<Settled<string>> EnqueueAsync(PlanStep.Enqueue step, CancellationToken cancellationToken)
    {
        if (await FindQueuedAsync(step, cancellationToken) is { } present)
            return new Settled<string>(present, WasFound: true);

        var variables = new JsonObject
        {
            ["id"] = step.NodeId,
            ["head"] = step.ExpectedHead.Value,
            ["jump"] = step.JumpReason is not null,
        };
        var call = new GraphCall($"put #{step.Number} into the merge queue", GraphDocuments.Enqueue, variables, IsWrite: true);
        try
        {
            await _graph.AskAsync(call, GraphJson.Default.GraphAnswerMutationData, cancellationToken);
        }
        catch (HotfixException e) when (GitHubFailure.IsRefusedChange(e))
        {
            // Merged, queued or closed by others since it was looked at.
            if (await FindQueuedAsync(step, cancellationToken) is { } meanwhile)
                return new Settled<string>(meanwhile, WasFound: true);

            if ((await _pullRequests.ReadAsync(step.Number, cancellationToken)).State != PullRequestState.Open)
                throw GitHubErrors.NotMergeable(step.Number, e.Refusal.Why);

            throw;
        }

        return new Settled<string>(
            await FindQueuedAsync(step, cancellationToken) ?? throw GitHubErrors.NotInEffect(call.Doing, "It is neither in the queue nor merged."),
            WasFound: false
        );
    }

    /// <summary>In the queue, or merged already; <c>null</c> when neither.</summary>
    private async Task<string?> FindQueuedAsync(PlanStep.Enqueue step, CancellationToken cancellationToken)
    {
        PullRequest found = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (found.HeadSha != step.ExpectedHead)
            throw GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, found.HeadSha);

        if (found.State == PullRequestState.Merged)
            return MergedAs(found);
        if ((await _details.AskAsync(step.Number, cancellationToken)).Queue is { } entry)
            return Describe(entry);

        // The queue may have merged it between the two reads.
        return await _pullRequests.ReadAsync(step.Number, cancellationToken) is { State: PullRequestState.Merged } merged ? MergedAs(merged) : null;
    }

    private static string MergedAs(PullRequest merged) => $"merged as {merged.MergeCommitSha?.Short}";

    private static string Describe(QueueEntry entry) =>
        $"place {entry.Position}{(entry.Estimate is { } estimate ? $", about {estimate.TotalMinutes:0} min" : "")}";
}
