using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Closes a pull request without merging it, with a word why.</summary>
internal sealed class PullRequestClosing(GitHubConnection connection)
{
    private static readonly Marker Words = new("abandoned");
    private readonly GitHubApi _api = new(connection);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c> with the state, after a comment; nothing is merged.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.ClosePullRequest step, CancellationToken cancellationToken)
    {
        PullRequest present = await new PullRequestCalls(_api).ReadAsync(step.Number, cancellationToken);
        if (present.State != PullRequestState.Open)
            return new Outcome(step, $"#{step.Number} is {present.State.ToString().ToLowerInvariant()} already: {present.Url}", WasFound: true);

        if (present.HeadSha != step.ExpectedHead)
            throw GitHubErrors.HeadMoved(step.Number, step.ExpectedHead, present.HeadSha);

        await new Comments(connection).PutAsync(step.Number, Words, step.Comment, cancellationToken);
        var call = new Call($"close #{step.Number}", _api.InRepository($"pulls/{step.Number}"), IsWrite: true);
        await LostAnswer.RepeatAsync(
            _api.Connection,
            () => _api.PatchAsync<PullRequestAnswer>(call, new PullRequestStateBody("closed"), cancellationToken),
            cancellationToken
        );
        return new Outcome(step, present.Url);
    }
}
