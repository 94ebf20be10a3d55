using Hotfix.Core.Planning;
using Octokit;

namespace Hotfix.GitHub.Releases;

/// <summary>Creates a release as a draft. GitHub would create a second draft of the same tag without a word, so it is looked for first.</summary>
internal sealed class ReleaseDrafting(GitHubApi api)
{
    private readonly ReleaseCalls _releases = new(api);

    /// <summary>The draft that was made here last, as GitHub answered it: without assets. <c>null</c> before, and when it was found.</summary>
    public Release? Created { get; private set; }

    public async Task<Outcome> ApplyAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken)
    {
        if (await _releases.FindAnswerAsync(step.Tag, cancellationToken) is { } present)
            return new Outcome(step, $"{(present.Draft ? "draft" : "published")} {present.HtmlUrl}", WasFound: true);

        (string url, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection, () => CreateAsync(step, cancellationToken), () => FindAsync(step, cancellationToken), cancellationToken);
        return new Outcome(step, $"draft {url}", wasFound);
    }

    private async Task<Settled<string>> CreateAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken)
    {
        var call = new Call($"draft the release {step.Tag}", api.InRepository("releases"), IsWrite: true);

        // No target: the tag exists, and naming a commit would ask for the workflows permission when it changes a workflow file.
        var body = new NewRelease(step.Tag.Name) { Name = step.Title, Body = step.Notes, Draft = true };
        Release created = await api.RunAsync(call, () => api.Connection.Octokit.Repository.Release.Create(api.Owner, api.Name, body), cancellationToken);
        Created = created;
        return new Settled<string>(created?.HtmlUrl ?? throw GitHubFailure.Unreadable(call, "The answer is empty or not JSON."), WasFound: false);
    }

    private async Task<string?> FindAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken) =>
        (await _releases.FindAnswerAsync(step.Tag, cancellationToken))?.HtmlUrl;
}
