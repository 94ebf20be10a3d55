using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Planning;

/// <summary>Plans <c>AwaitMerge</c>: merge at the checked and reviewed head, wait, or say why not.</summary>
internal static class MergePlanner
{
    /// <summary>GitHub's first answer after a push can be stale: a conflict counts once it was seen twice in a row.</summary>
    private const int LooksThatProveConflict = 2;

    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        if (snapshot.PullRequest is not { } pullRequest)
        {
            return PlanResult.Refuse(MergeRefusals.NoPullRequest(snapshot.Hotfix!.Name));
        }

        if (pullRequest.State == PullRequestState.Merged)
        {
            return PlanResult.Done(Describe(pullRequest));
        }

        Refusal[] refusals = [.. Refusals(request, snapshot, pullRequest)];
        if (refusals.Length > 0)
        {
            return PlanResult.Refuse(refusals);
        }

        Wait[] waits = [.. Waits(snapshot, pullRequest)];
        return waits.Length > 0
            ? new PlanResult.Waiting(waits)
            : PlanResult.Do(
                [new PlanStep.MergePullRequest(pullRequest.Number, pullRequest.HeadSha, Method(request, snapshot)!.Value, $"{pullRequest.Title} (#{pullRequest.Number})")],
                [.. Notes(snapshot)]);
    }

    /// <summary>The evidence that a pull request is merged, one line.</summary>
    public static string Describe(PullRequest merged) =>
        $"pull request #{merged.Number} was merged as {merged.MergeCommitSha?.Short}{(merged.MergedBy is { } who ? $" by {who}" : "")} on {merged.MergedAt:u}";

    /// <summary>What people should hear about an empty set of rules: it is not success by itself.</summary>
    public static IEnumerable<string> Notes(Snapshot snapshot)
    {
        if (snapshot.Rules.RequiredChecks.Count == 0)
        {
            yield return $"{snapshot.BaseBranch} requires no check: what has reported must be green, and the tests of this tool count ({snapshot.HeadChecks.Count} reported)";
        }

        if (snapshot.Rules.RequiredApprovals == 0 && snapshot.Rules.Unreadable.Count == 0)
        {
            yield return $"{snapshot.BaseBranch} requires no review";
        }

        foreach (string unreadable in snapshot.Rules.Unreadable)
        {
            yield return $"could not read {unreadable}; GitHub enforces it all the same";
        }
    }

    private static IEnumerable<Refusal> Refusals(HotfixRequest request, Snapshot snapshot, PullRequest pullRequest)
    {
        if (pullRequest.State == PullRequestState.Closed)
        {
            yield return MergeRefusals.Closed(pullRequest);
            yield break;
        }

        if (HasMoved(snapshot, pullRequest))
        {
            yield return MergeRefusals.HeadMoved(pullRequest, snapshot.Hotfix!);
        }

        if (snapshot.ConflictingLooks >= LooksThatProveConflict)
        {
            yield return MergeRefusals.Conflict(pullRequest, snapshot);
        }

        foreach (CheckResult failed in CheckAssessment.Failed(snapshot.Rules.RequiredChecks, snapshot.HeadChecks))
        {
            yield return MergeRefusals.RedCheck(failed, pullRequest);
        }

        foreach (Review review in ReviewAssessment.Blocking(snapshot.Reviews))
        {
            yield return MergeRefusals.ChangesRequested(review, pullRequest);
        }

        if (Method(request, snapshot) is null)
        {
            yield return MergeRefusals.NoMethod(request.MergeMethod, snapshot);
        }
    }

    // GitHub shows a push with delay: an older commit of this hotfix is no other head.
    private static bool HasMoved(Snapshot snapshot, PullRequest pullRequest) =>
        snapshot.Hotfix!.Tip is { } tip && pullRequest.HeadSha != tip && snapshot.Hotfix.Commits.All(commit => commit.Sha != pullRequest.HeadSha);

    private static IEnumerable<Wait> Waits(Snapshot snapshot, PullRequest pullRequest)
    {
        if (snapshot.Hotfix!.Tip is { } tip && pullRequest.HeadSha != tip)
        {
            yield return new Wait($"the pull request's head is still {pullRequest.HeadSha.Short}, and the branch is at {tip.Short}", "GitHub, in a few seconds after a push", IsPerson: false);
            yield break;
        }

        foreach (Wait wait in CheckAssessment.Waits(snapshot.Rules.RequiredChecks, snapshot.HeadChecks))
        {
            yield return wait;
        }

        if (snapshot.Rules.RequiredChecks.Count == 0 && snapshot.HeadChecks.Count == 0 && PullRequestReport.ReadEvidence(pullRequest.Body)?.Commit != pullRequest.HeadSha)
        {
            yield return new Wait("nothing has tested this head", "a check that reports, or './build.sh OpenPR'", IsPerson: true);
        }

        if (ReviewAssessment.Missing(snapshot) is { } review)
        {
            yield return review;
        }

        if (pullRequest.IsDraft)
        {
            yield return new Wait("the pull request is a draft", $"{pullRequest.Author}, who marks it ready for review", IsPerson: true);
        }

        if (pullRequest.IsMergeable is null)
        {
            yield return new Wait("GitHub is computing whether it merges", "GitHub, in a few seconds", IsPerson: false);
        }
        else if (pullRequest.IsMergeable == false)
        {
            yield return new Wait("GitHub sees a conflict", "the next look, which confirms it", IsPerson: false);
        }
        else if (snapshot.Rules.RequiresUpToDateHead && pullRequest.MergeableState == "behind")
        {
            yield return new Wait($"the head does not contain the tip of {snapshot.BaseBranch}", "'Update branch' on its page, then checks and reviews again", IsPerson: true);
        }
        else if (snapshot.Rules.Unreadable.Count > 0 && pullRequest.MergeableState == "blocked")
        {
            yield return new Wait($"GitHub blocks the merge by a rule that this credential cannot read ({snapshot.Rules.Unreadable[0]}), most often a missing approval", $"a reviewer: {pullRequest.Url}", IsPerson: true);
        }
        else if (snapshot.Rules.RequiresResolvedConversations && pullRequest.MergeableState == "blocked")
        {
            yield return new Wait("a conversation may be unresolved, and the rules want all resolved", "whoever opened it, on the pull request's page", IsPerson: true);
        }
        else if ((snapshot.Rules.RequiresCodeOwners || snapshot.Rules.RequiresLastPushApproval) && pullRequest.MergeableState == "blocked")
        {
            yield return new Wait("the rules want a code owner, or somebody other than the last pusher, to approve", "one of them, on the pull request's page", IsPerson: true);
        }
    }

    private static MergeMethod? Method(HotfixRequest request, Snapshot snapshot)
    {
        IEnumerable<MergeMethod> allowed = snapshot.Settings?.AllowedMergeMethods ?? [MergeMethod.Merge];
        if (snapshot.Rules.AllowedMergeMethods is { } byRules)
        {
            allowed = allowed.Intersect(byRules);
        }

        return allowed.Where(method => request.MergeMethod is null || request.MergeMethod == method).Select(method => (MergeMethod?)method).FirstOrDefault();
    }
}
