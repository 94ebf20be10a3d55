using Hotfix.Core.Planning;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Answers;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub;

/// <summary>Updates the report in a pull request's text.</summary>
internal sealed class PullRequestText(GitHubApi api)
{
    private readonly PullRequests _pullRequests = new(api);

    public async Task<Outcome> ApplyAsync(PlanStep.UpdatePullRequestBody step, CancellationToken cancellationToken)
    {
        PullRequest present = await _pullRequests.ReadAsync(step.Number, cancellationToken);
        if (present.HeadSha != step.HeadSha)
            throw GitHubErrors.HeadMoved(step.Number, step.HeadSha, present.HeadSha);

        string text = ReportSection.Put(step.Body, present.Body);
        if (text == ReportSection.Normalize(present.Body))
            return new Outcome(step, $"#{step.Number} has this report already", WasFound: true);

        var call = new Call($"update the text of #{step.Number}", api.InRepository($"pulls/{step.Number}"), IsWrite: true);
        await LostAnswer.RepeatAsync(
            api.Connection,
            () => api.SendAsync(call, rest => rest.Patch<PullRequestAnswer>(call.Uri, new PullRequestTextBody(text)), cancellationToken),
            cancellationToken);
        return new Outcome(step, $"#{step.Number} {present.Url}");
    }
}
