using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Branching;

/// <summary>
/// Tells a hotfix that is being finished from one that was finished long ago, or that somebody goes on with: the next incident of the same name must not end
/// green with nothing done.
/// </summary>
internal static class FinishedHotfix
{
    /// <summary>For so long after the merge, the same words mean the same hotfix.</summary>
    public static readonly TimeSpan SameIncident = TimeSpan.FromDays(7);

    /// <summary>Why the merged pull request is not the hotfix that is meant; <c>null</c> when it is, or when nothing is merged.</summary>
    public static Refusal? Refuse(Snapshot snapshot)
    {
        if (snapshot.Hotfix is not { } hotfix || snapshot.PullRequest is not { State: PullRequestState.Merged } merged)
            return null;

        if (hotfix.CommitsAfterMerge.Count > 0)
            return NewCommits(hotfix, merged);

        bool isReleased = snapshot.Release is { } release && release.Containing is not null;
        return isReleased && snapshot.TakenAt - merged.MergedAt > SameIncident ? LongAgo(hotfix, merged, snapshot) : null;
    }

    private static Refusal NewCommits(HotfixBranch hotfix, PullRequest merged) =>
        new(
            "HF4005",
            What: $"Branch {hotfix.Name} has commits beyond the hotfix that was finished with pull request #{merged.Number}; nothing was changed.",
            Why: $"It was merged at {merged.HeadSha.Short} on {merged.MergedAt:u}; the branch is at {hotfix.Tip?.Short}.",
            Next: "Start a hotfix of its own for them with --new and --fix " + hotfix.Tip?.Short
        );

    private static Refusal LongAgo(HotfixBranch hotfix, PullRequest merged, Snapshot snapshot) =>
        new(
            "HF4005",
            What: $"A hotfix of the name {hotfix.Name} is finished already; nothing was changed.",
            Why: $"Pull request #{merged.Number} was merged on {merged.MergedAt:u}, {(snapshot.TakenAt - merged.MergedAt)?.Days} days ago, and is released: {merged.Url}",
            Next: "For another incident add --new, which starts the next of that name; './build.sh Status' shows the finished one."
        );
}
