using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Lanes;

/// <summary>What stands between a hotfix and its lane.</summary>
internal static class LaneRefusals
{
    public static IEnumerable<Refusal> Of(HotfixRequest request, Snapshot snapshot)
    {
        if (snapshot.PullRequest is { State: PullRequestState.Open } open && Contradicts(request, open))
            yield return UnderWay(request.Lane, open);

        // Once the branch exists, a base that has become unreleasable is the release's to refuse; where production is, is not.
        bool mattersNow = snapshot.Hotfix!.Tip is null || snapshot.LaneSituation?.Refusals.Any(refusal => refusal.Code != "HF4110") == true;
        foreach (Refusal refusal in mattersNow ? snapshot.LaneSituation?.Refusals ?? [] : [])
            yield return refusal;

        if (snapshot.PullRequest is null && request.Lane == LaneChoice.Auto && CutFrom(snapshot) is { } support)
            yield return EitherLane(snapshot, support);
    }

    private static bool Contradicts(HotfixRequest request, PullRequest open) =>
        request.Lane switch
        {
            LaneChoice.Standard => request.Conventions.Support.LineOf(open.BaseBranch) is not null,
            LaneChoice.Exceptional => request.Conventions.Support.LineOf(open.BaseBranch) is null,
            _ => false,
        };

    // Cut where a support branch stands, on a base that has moved on: nothing in the commits tells the two lanes apart.
    private static BranchName? CutFrom(Snapshot snapshot) =>
        snapshot.Lane == Lane.Standard && snapshot.Hotfix!.MergeBase is { } cut && cut != snapshot.BaseTip
            ? snapshot
                .Remote.Branches.Where(branch => branch.Value == cut && snapshot.Remote.Conventions.Support.LineOf(branch.Key) is not null)
                .Select(branch => branch.Key)
                .FirstOrDefault()
            : null;

    private static Refusal UnderWay(LaneChoice choice, PullRequest open) =>
        new(
            "HF4111",
            What: $"This hotfix is under way in the {(choice == LaneChoice.Standard ? "exceptional" : "standard")} lane; nothing was changed.",
            Why: $"Pull request #{open.Number} goes into {open.BaseBranch}: {open.Url}",
            Next: "Leave --lane out to go on; to change the lane, './build.sh Abandon' it and start anew."
        );

    private static Refusal EitherLane(Snapshot snapshot, BranchName support) =>
        new(
            "HF4112",
            What: $"Nothing says which lane {snapshot.Hotfix!.Name} is to take; nothing was changed.",
            Why: $"It was cut from {snapshot.Hotfix.MergeBase?.Short ?? "a commit"}, where {support} stands and which {snapshot.BaseBranch} has, too; there is no pull request yet.",
            Next: $"Say so: --lane exceptional for {support}, --lane standard for {snapshot.BaseBranch}."
        );
}
