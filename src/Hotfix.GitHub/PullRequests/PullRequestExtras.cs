using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.PullRequests;

/// <summary>Labels and reviewers. Both requests add to what is there, so that repeating them changes nothing.</summary>
internal sealed class PullRequestExtras(GitHubApi api)
{
    private const string OwnLabel = "hotfix";

    /// <summary>Adds what the pull request lacks; returns one note for each thing that GitHub would not do.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(
        PullRequest pullRequest,
        IReadOnlyList<string> labels,
        IReadOnlyList<string> reviewers,
        CancellationToken cancellationToken
    )
    {
        List<string> notes = [];
        string[] missingLabels = [.. labels.Except(pullRequest.Labels, StringComparer.OrdinalIgnoreCase)];
        try
        {
            notes.AddRange(await NearLabelsAsync(missingLabels, cancellationToken));
            await LabelAsync(pullRequest.Number, missingLabels, cancellationToken);
        }
        catch (HotfixException e) when (IsAboutTheExtra(e))
        {
            notes.Add($"not labelled {string.Join(", ", missingLabels)} ({e.Refusal.Why})");
        }

        string[] missingReviewers = [.. reviewers.Except([.. pullRequest.RequestedReviewers, pullRequest.Author], StringComparer.OrdinalIgnoreCase)];
        notes.AddRange(await AskAsync(pullRequest.Number, missingReviewers, cancellationToken));
        notes.AddRange(reviewers.Where(reviewer => Same(reviewer, pullRequest.Author)).Select(author => $"{author} not asked (the author cannot review)"));
        return notes;
    }

    /// <summary>REST: <c>POST …/issues/{number}/labels</c>.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.AddLabels step, CancellationToken cancellationToken)
    {
        await LabelAsync(step.Number, step.Labels, cancellationToken);
        return new Outcome(step, $"#{step.Number}: {string.Join(", ", step.Labels)}");
    }

    /// <summary>REST: <c>POST …/pulls/{number}/requested_reviewers</c>.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.RequestReviewers step, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> notes = await AskAsync(step.Number, step.Reviewers, cancellationToken);
        return new Outcome(step, string.Join("; ", [$"#{step.Number}: {string.Join(", ", step.Reviewers)}", .. notes]));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsAboutTheExtra(HotfixException error) =>
        GitHubFailure.IsInvalid(error) || GitHubFailure.IsForbidden(error) || GitHubFailure.IsNotFound(error);

    // GitHub makes a label that it does not know: one that misses by a letter is added, and said. This tool's own is nobody's slip.
    private async Task<IReadOnlyList<string>> NearLabelsAsync(string[] labels, CancellationToken cancellationToken)
    {
        string[] typed = [.. labels.Where(label => !Same(label, OwnLabel))];
        if (typed.Length == 0)
            return [];

        PullRequestAnswer.LabelAnswer[]? answer = await api.FindAsync<PullRequestAnswer.LabelAnswer[]>(
            new Call("list the labels", api.InRepository("labels?per_page=100")),
            cancellationToken
        );
        string[] known = [.. (answer ?? []).Select(label => label.Name).OfType<string>()];
        return
        [
            .. typed
                .Where(label => !known.Contains(label, StringComparer.OrdinalIgnoreCase))
                .Select(label => (Label: label, Near: NearName.Of(label, known)))
                .Where(pair => pair.Near is not null)
                .Select(pair => $"label '{pair.Label}' is new here; '{pair.Near}' was there already"),
        ];
    }

    private async Task LabelAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        if (labels.Count == 0)
            return;

        var call = new Call($"label #{number}", api.InRepository($"issues/{number}/labels"), IsWrite: true);
        await LostAnswer.RepeatAsync(
            api.Connection,
            () =>
                api.SendAsync(
                    call,
                    rest =>
                        rest.Post<PullRequestAnswer.LabelAnswer[]>(
                            call.Uri,
                            new LabelsBody(labels),
                            null,
                            "application/json",
                            cancellationToken: cancellationToken
                        ),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    /// <summary>All at once; when GitHub refuses the whole list because of one, each on its own.</summary>
    private async Task<IReadOnlyList<string>> AskAsync(int number, IReadOnlyList<string> reviewers, CancellationToken cancellationToken)
    {
        if (reviewers.Count == 0 || await TryAskAsync(number, reviewers, cancellationToken) is not { } refusal)
            return [];

        if (reviewers.Count == 1)
            return [$"{reviewers[0]} not asked ({refusal})"];

        List<string> notes = [];
        foreach (string reviewer in reviewers)
            notes.AddRange(await AskAsync(number, [reviewer], cancellationToken));

        return notes;
    }

    /// <summary><c>null</c> when they were asked, else GitHub's reason.</summary>
    private async Task<string?> TryAskAsync(int number, IReadOnlyList<string> reviewers, CancellationToken cancellationToken)
    {
        var call = new Call($"ask for a review of #{number}", api.InRepository($"pulls/{number}/requested_reviewers"), IsWrite: true);
        var body = new ReviewersBody(
            [.. reviewers.Where(reviewer => !reviewer.Contains('/', StringComparison.Ordinal))],
            [
                .. reviewers
                    .Where(reviewer => reviewer.Contains('/', StringComparison.Ordinal))
                    .Select(team => team[(team.IndexOf('/', StringComparison.Ordinal) + 1)..]),
            ]
        );
        try
        {
            await LostAnswer.RepeatAsync(
                api.Connection,
                () =>
                    api.SendAsync(
                        call,
                        rest => rest.Post<PullRequestAnswer>(call.Uri, body, null, "application/json", cancellationToken: cancellationToken),
                        cancellationToken
                    ),
                cancellationToken
            );
            return null;
        }
        catch (HotfixException e) when (IsAboutTheExtra(e))
        {
            return e.Refusal.Why;
        }
    }
}
