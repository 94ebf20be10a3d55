using System.Text.Json.Nodes;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.GraphQL;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Arms auto-merge at exactly the head that was looked at.</summary>
internal sealed class AutoMerging(GitHubApi api)
{
    private readonly GraphApi _graph = new(api);
    private readonly PullRequestCalls _pullRequests = new(api);

    /// <summary>GraphQL: <c>enablePullRequestAutoMerge</c> with the expected head. GitHub keeps it armed for later pushes too.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken)
    {
        (string evidence, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => ArmAsync(step, cancellationToken),
            () => FindArmedAsync(step, cancellationToken),
            cancellationToken
        );
        return new Outcome(step, evidence, wasFound);
    }

    private async Task<Settled<string>> ArmAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken)
    {
        if (await FindArmedAsync(step, cancellationToken) is { } present)
            return new Settled<string>(present, WasFound: true);

        var variables = new JsonObject
        {
            ["id"] = step.NodeId,
            ["head"] = step.ExpectedHead.Value,
            ["method"] = step.Method.ToString().ToUpperInvariant(),
            ["headline"] = step.Headline.Length > 0 && step.Method != MergeMethod.Rebase ? step.Headline : null,
        };
        var call = new GraphCall($"arm auto-merge of #{step.Number}", GraphDocuments.ArmAutoMerge, variables, IsWrite: true);
        await _graph.AskAsync(call, GraphJson.Default.GraphAnswerMutationData, cancellationToken);
        return new Settled<string>(
            await FindArmedAsync(step, cancellationToken) ?? throw GitHubErrors.NotInEffect(call.Doing, "The pull request does not show it."),
            WasFound: false
        );
    }

    /// <summary>Armed, or merged at once; <c>null</c> when neither.</summary>
    /// <exception cref="HotfixException">HF3010 when the head is another.</exception>
    private async Task<string?> FindArmedAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken)
    {
        PullRequest found = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (found.HeadSha != step.ExpectedHead)
            throw GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, found.HeadSha);

        return found.State == PullRequestState.Merged ? $"merged as {found.MergeCommitSha?.Short}"
            : found.AutoMerge is { } armed ? $"armed by {armed.ArmedBy}"
            : null;
    }
}
