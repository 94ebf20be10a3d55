using Hotfix.Core.Plans;
using Octokit;

namespace Hotfix.GitHub.Releases;

/// <summary>Creates a release as a draft. GitHub would create a second draft of the same tag without a word, so it is looked for first.</summary>
internal sealed class ReleaseDrafting(GitHubApi api)
{
    private readonly ReleaseCalls _releases = new(api);

    /// <summary>The draft that was made here last, as GitHub answered it: without assets. <c>null</c> before, and when it was found.</summary>
    public Release? Created { get; private set; }

    /// <summary>REST: <c>POST …/releases</c> with <c>draft: true</c>, no target commit: the tag exists.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken)
    {
        if (await _releases.FindAnswerAsync(step.Tag, cancellationToken) is { } present)
        {
            return present.IsForeignDraft() && present.Body?.Contains(step.Notes, StringComparison.Ordinal) != true
                ? await TakeOverAsync(step, present, cancellationToken)
                : new Outcome(step, $"{(present.Draft ? "draft" : "published")} {present.HtmlUrl}", WasFound: true);
        }

        (string url, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => CreateAsync(step, cancellationToken),
            () => FindAsync(step, cancellationToken),
            cancellationToken
        );
        return new Outcome(step, $"draft {url}", wasFound);
    }

    private async Task<Settled<string>> CreateAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken)
    {
        var call = new Call($"draft the release {step.Tag}", api.InRepository("releases"), IsWrite: true);

        // No target: the tag exists, and naming a commit would ask for the workflows permission when it changes a workflow file.
        var body = new NewRelease(step.Tag.Name)
        {
            Name = step.Title,
            Body = step.Notes,
            Draft = true,
        };
        Release created = await api.RunAsync(call, () => api.Connection.Octokit.Repository.Release.Create(api.Owner, api.Name, body), cancellationToken);
        Created = created;
        return new Settled<string>(created?.HtmlUrl ?? throw GitHubFailure.Unreadable(call, "The answer is empty or not JSON."), WasFound: false);
    }

    // What somebody else wrote there stays, behind what a hotfix has to say.
    private async Task<Outcome> TakeOverAsync(PlanStep.DraftRelease step, ReleaseAnswer present, CancellationToken cancellationToken)
    {
        var call = new Call($"add our notes to the draft {step.Tag}", api.InRepository($"releases/{present.Id}"), IsWrite: true);
        string theirs = (present.Body ?? "").Trim();
        var body = new ReleaseUpdate { TagName = step.Tag.Name, Body = theirs.Length == 0 ? step.Notes : $"{step.Notes.TrimEnd()}\n\n---\n\n{theirs}\n" };
        await LostAnswer.RepeatAsync(
            api.Connection,
            () => api.RunAsync(call, () => api.Connection.Octokit.Repository.Release.Edit(api.Owner, api.Name, present.Id, body), cancellationToken),
            cancellationToken
        );
        return new Outcome(step, $"draft {present.HtmlUrl}, which somebody else began: our notes stand before theirs");
    }

    private async Task<string?> FindAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken) =>
        (await _releases.FindAnswerAsync(step.Tag, cancellationToken))?.HtmlUrl;
}
