using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Http;
using Octokit;

namespace Hotfix.GitHub.Releases;

/// <summary>The last step of a release, since GitHub may seal it: verify, publish, read back.</summary>
/// <param name="api">The repository.</param>
/// <param name="releases">Is told what was published, so that the look afterwards need not ask.</param>
/// <param name="lastDraft">The draft that was made here; <c>null</c> when there is none.</param>
internal sealed class ReleasePublishing(GitHubApi api, ReleaseCalls releases, Func<Release?> lastDraft)
{
    /// <summary>"Latest" follows a moment after publishing.</summary>
    private const int LooksAtLatest = 3;

    /// <summary>Verifies the assets, then REST: <c>PATCH …/releases/{id}</c> with <c>draft: false</c> and <c>make_latest</c>, then reads both back.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.PublishRelease step, CancellationToken cancellationToken)
    {
        // A draft that this very writer made, and which gets no assets, need not be looked for in a list that lags behind.
        if (step.ExpectedAssets.Count == 0 && lastDraft() is { Draft: true } draft && draft.TagName == step.Tag.Name)
            return await PublishDraftAsync(step, draft.Id, cancellationToken);

        ReleaseAnswer present = await releases.WaitForAsync(step.Tag, cancellationToken) ?? throw GitHubErrors.NoRelease(step.Tag);
        string? faults = AssetCheck.FindFaults(present, step.ExpectedAssets);
        if (faults is not null)
            throw present.Draft ? GitHubErrors.WrongAssets(step.Tag, faults) : GitHubErrors.Sealed(step.Tag, faults);

        if (present.Draft)
            return await PublishDraftAsync(step, present.Id, cancellationToken);

        return new Outcome(step, present.HtmlUrl + await CheckLatestAsync(step, cancellationToken), WasFound: true);
    }

    private async Task<Outcome> PublishDraftAsync(PlanStep.PublishRelease step, long id, CancellationToken cancellationToken)
    {
        (string url, bool wasFound) = await LostAnswer.SettleAsync(
            api.Connection,
            () => PublishAsync(id, step, cancellationToken),
            () => FindPublishedAsync(id, cancellationToken),
            cancellationToken
        );
        return new Outcome(step, url + await CheckLatestAsync(step, cancellationToken), wasFound);
    }

    private async Task<Settled<string>> PublishAsync(long id, PlanStep.PublishRelease step, CancellationToken cancellationToken)
    {
        var call = new Call($"publish the release {step.Tag}", api.InRepository($"releases/{id}"), IsWrite: true);
        var body = new ReleaseUpdate
        {
            TagName = step.Tag.Name,
            Draft = false,
            MakeLatest = step.IsLatest ? MakeLatestQualifier.True : MakeLatestQualifier.False,
        };
        Release published = await api.RunAsync(call, () => api.Connection.Octokit.Repository.Release.Edit(api.Owner, api.Name, id, body), cancellationToken);
        return published is { Draft: false, HtmlUrl: { } url }
            ? new Settled<string>(url, WasFound: false)
            : throw GitHubFailure.Unreadable(call, "The answer does not say that it is published.");
    }

    private async Task<string?> FindPublishedAsync(long id, CancellationToken cancellationToken)
    {
        ReleaseAnswer found = await api.GetAsync<ReleaseAnswer>(new Call("read the release", api.InRepository($"releases/{id}")), cancellationToken);
        return found.Draft ? null : found.HtmlUrl;
    }

    /// <summary>What is to be said about "latest", behind the release's address; empty when it is as planned.</summary>
    /// <exception cref="HotfixException">HF3022 when this release became the latest against the plan.</exception>
    private async Task<string> CheckLatestAsync(PlanStep.PublishRelease step, CancellationToken cancellationToken)
    {
        for (int look = 1; ; look++)
        {
            PublishedRelease? latest = await releases.ReadLatestAsync(cancellationToken);
            if (latest?.TagName == step.Tag.Name == step.IsLatest)
            {
                if (step.IsLatest)
                    releases.Published(latest!);

                return "";
            }

            if (look == LooksAtLatest)
                return step.IsLatest ? Lagging(latest) : throw GitHubErrors.WrongLatest(step, latest?.TagName);

            await Task.Delay(Backoff.After(api.Connection.Options.FirstBackoff, look), api.Connection.Time, cancellationToken);
        }
    }

    // It is published, and was asked to be the latest; that GitHub still shows another one is no failure of the release.
    private string Lagging(PublishedRelease? latest)
    {
        string seen = $"GitHub still shows {(latest is null ? "no release" : $"'{latest.TagName}'")} as the latest";
        api.Connection.Options.Notice($"{seen}; it may take a moment, and the next look says whether it has followed.");
        return $"; {seen}";
    }
}
