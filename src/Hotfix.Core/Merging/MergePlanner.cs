using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Merging;

/// <summary>Plans <c>AwaitMerge</c>: merge at the checked and reviewed head, wait, or say why not.</summary>
internal static class MergePlanner
{
    /// <summary>GitHub's first answer after a push can be stale: a conflict counts once it was seen twice in a row.</summary>
    private const int LooksThatProveConflict = 2;

    internal static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        if (snapshot.PullRequest is not { } pullRequest)
            return PlanResult.Refuse(MergeRefusals.NoPullRequest(snapshot.Hotfix!.Name));

        if (pullRequest.State == PullRequestState.Merged)
            return PlanResult.Done(Describe(pullRequest));

        Refusal[] refusals = [.. Refusals(request, snapshot, pullRequest)];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        Wait[] waits = [.. MergeWaits.Of(request, snapshot, pullRequest)];
        return Prepare(request, snapshot, pullRequest, waits) is { } step ? PlanResult.Do([step], [.. Notes(snapshot)])
            : waits.Length > 0 ? new PlanResult.Waiting(waits)
            : PlanResult.Do(
                [
                    new PlanStep.MergePullRequest(
                        pullRequest.Number,
                        pullRequest.HeadSha,
                        snapshot.MergeMethodFor(request.MergeMethod)!.Value,
                        Headline(pullRequest)
                    ),
                ],
                [.. Notes(snapshot)]
            );
    }

    /// <summary>
    /// Whether a "no" to a step may be of the moment, so that it is looked at again and planned anew: a merge that GitHub refuses (405) because the base branch
    /// just moved, a tag that another release took since the look.
    /// </summary>
    public static bool IsLookedAtAgain(HotfixException refusal) => refusal.Code is "HF3009" or "HF2050" or MovingRefs.Code;

    /// <summary>Whether a plan of this stage only brings the merge nearer, so that it is waited on.</summary>
    public static bool IsPreparation(PlanStep step) => step is PlanStep.UpdateBranch or PlanStep.ArmAutoMerge or PlanStep.Enqueue;

    /// <summary>The evidence that a pull request is merged, one line.</summary>
    public static string Describe(PullRequest merged) =>
        $"pull request #{merged.Number} was merged as {merged.MergeCommitSha?.Short}{(merged.MergedBy is { } who ? $" by {who}" : "")} on {merged.MergedAt:u}";

    /// <summary>What people should hear about an empty set of rules: it is not success by itself.</summary>
    public static IEnumerable<string> Notes(Snapshot snapshot)
    {
        if (snapshot.Rules.AreOurs)
        {
            yield return OwnCommand.In(
                $"{snapshot.BaseBranch} has no rules of its own: one approval and green tests are asked for here; './build.sh Doctor' says how to protect it"
            );
        }

        if (snapshot.Rules.RequiredChecks.Count == 0)
            yield return $"{snapshot.BaseBranch} requires no check: what has reported must be green, and the tests of this tool count ({snapshot.HeadChecks.Count} reported)";

        if (snapshot.Rules.RequiredApprovals == 0 && snapshot.Rules.Unreadable.Count == 0)
            yield return $"{snapshot.BaseBranch} requires no review";

        foreach (
            CheckResult skipped in snapshot.HeadChecks.Where(check =>
                check.State == CheckState.Skipped && snapshot.Rules.RequiredChecks.Any(name => CheckAssessment.Answers(check, name))
            )
        )
        {
            yield return $"required check '{skipped.Name}' ended {skipped.Detail}, which GitHub lets pass";
        }

        if (snapshot.PullRequest?.AutoMerge is { } armed)
            yield return $"auto-merge is armed by {armed.ArmedBy}";

        foreach (string unreadable in snapshot.Rules.Unreadable)
            yield return $"not checked here: {unreadable}; GitHub enforces it all the same";
    }

    private static IEnumerable<Refusal> Refusals(HotfixRequest request, Snapshot snapshot, PullRequest pullRequest)
    {
        if (pullRequest.State == PullRequestState.Closed)
        {
            yield return MergeRefusals.Closed(pullRequest);
            yield break;
        }

        if (snapshot.UnreleasableBecause is { } unreleasable)
            yield return unreleasable;

        if (HasMoved(snapshot, pullRequest))
            yield return MergeRefusals.HeadMoved(pullRequest, snapshot.Hotfix!);

        if (snapshot.ConflictingLooks >= LooksThatProveConflict)
            yield return MergeRefusals.Conflict(pullRequest, snapshot);

        if (snapshot.SigningFor(request.MergeMethod) is { Unsigned.Count: > 0 } signing)
            yield return SigningPolicy.Unsigned(signing, snapshot.Hotfix!, snapshot.Remote.Remote);

        foreach (CheckResult failed in CheckAssessment.Failed(snapshot.Rules.RequiredChecks, snapshot.HeadChecks))
            yield return MergeRefusals.RedCheck(failed, pullRequest);

        foreach (Review review in ReviewAssessment.Blocking(snapshot.Reviews))
            yield return MergeRefusals.ChangesRequested(review, pullRequest);

        if (WasRemoved(snapshot))
            yield return MergeRefusals.RemovedFromQueue(snapshot.MergeDetail!.LastRemoval!, pullRequest);

        if (snapshot.MergeMethodFor(request.MergeMethod) is null)
            yield return MergeRefusals.NoMethod(request.MergeMethod, snapshot);

        if (request.JumpReason is not null && !MergeWaits.UsesQueue(snapshot))
            yield return MergeRefusals.NoQueue(snapshot);

        if (
            request.ArmsAutoMerge
            && (snapshot.Settings is { AllowsAutoMerge: false } || (snapshot.Rules.RequiredChecks.Count == 0 && snapshot.Rules.RequiredApprovals == 0))
        )
        {
            yield return MergeRefusals.NoAutoMerge(snapshot);
        }
    }

    // What has to be true before its merge can be: the base inside the head, a place in the queue, auto-merge where it was asked for.
    private static PlanStep? Prepare(HotfixRequest request, Snapshot snapshot, PullRequest pullRequest, Wait[] waits)
    {
        if (snapshot.Hotfix!.Tip is { } tip && tip != pullRequest.HeadSha)
            return null;

        if (snapshot.CommitsBehind > 0 && !pullRequest.IsDraft && pullRequest.IsMergeable != false)
            return new PlanStep.UpdateBranch(pullRequest.Number, pullRequest.HeadSha, snapshot.BaseBranch);

        if (MergeWaits.UsesQueue(snapshot))
        {
            return waits.Length == 1 && waits[0] == MergeWaits.NotQueued
                ? new PlanStep.Enqueue(pullRequest.Number, pullRequest.NodeId, pullRequest.HeadSha, request.JumpReason)
                : null;
        }

        return request.ArmsAutoMerge && pullRequest.AutoMerge is null && waits.Length > 0
            ? new PlanStep.ArmAutoMerge(pullRequest.Number, pullRequest.NodeId, pullRequest.HeadSha, snapshot.MergeMethodFor(request.MergeMethod)!.Value)
            {
                Headline = Headline(pullRequest),
            }
            : null;
    }

    private static string Headline(PullRequest pullRequest) => $"{pullRequest.Title} (#{pullRequest.Number})";

    // GitHub shows a push with delay: an older commit of this hotfix is no other head.
    private static bool HasMoved(Snapshot snapshot, PullRequest pullRequest) =>
        snapshot.Hotfix!.Tip is { } tip && pullRequest.HeadSha != tip && snapshot.Hotfix.Commits.All(commit => commit.Sha != pullRequest.HeadSha);

    // Only since this run watches: an older removal is what the run was started again for.
    private static bool WasRemoved(Snapshot snapshot) =>
        snapshot.MergeDetail is { Queue: null, LastRemoval: { } removal } && removal.At > snapshot.WatchingSince;
}
