using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Replaces a pull request's text by the planned one, in which people's own words were kept.</summary>
internal sealed class PullRequestText(GitHubApi api)
{
    private readonly PullRequestCalls _pullRequests = new(api);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c>.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.UpdatePullRequestBody step, CancellationToken cancellationToken)
    {
        PullRequest present = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (present.HeadSha != step.HeadSha)
            throw GitHubErrors.HeadMoved(step.Number, step.HeadSha, present.HeadSha);

        // GitHub's web page sends CR LF
        if (present.Body.ReplaceLineEndings("\n") == step.Body.ReplaceLineEndings("\n"))
            return new Outcome(step, $"#{step.Number} has this text already", WasFound: true);

        var call = new Call($"update the text of #{step.Number}", api.InRepository($"pulls/{step.Number}"), IsWrite: true);
        await LostAnswer.RepeatAsync(
            api.Connection,
            () => api.SendAsync(call, rest => rest.Patch<PullRequestAnswer>(call.Uri, new PullRequestTextBody(step.Body)), cancellationToken),
            cancellationToken
        );
        return new Outcome(step, $"#{step.Number} {present.Url}");
    }
}
