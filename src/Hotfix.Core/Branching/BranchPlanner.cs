using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Branching;

/// <summary>Plans <c>CreateHotfixBranch</c>: the branch exists at the right base and is checked out, with the ready-made fix on it.</summary>
internal static class BranchPlanner
{
    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        Refusal[] refusals = [.. Refusals(request, snapshot, hotfix)];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        PlanStep[] steps = [.. Steps(request, snapshot, hotfix)];
        return steps.Length > 0
            ? PlanResult.Do(
                steps,
                [.. hotfix.Tip is null ? snapshot.LaneSituation?.Lines ?? [] : [], .. snapshot.FixOrigin is { } origin ? [origin] : Array.Empty<string>()]
            )
            : PlanResult.Done(
                $"branch {hotfix.Name} at {hotfix.Tip!.Value.Short}, {Count(hotfix.Commits.Count, "commit")}, checked out in {hotfix.WorktreePath}"
            );
    }

    private static IEnumerable<PlanStep> Steps(HotfixRequest request, Snapshot snapshot, HotfixBranch hotfix)
    {
        CommitSha at = hotfix.Tip ?? snapshot.BaseTip;
        if (snapshot.LaneSituation is { MakesSupportBranch: true })
            yield return new PlanStep.PushBranch(snapshot.BaseBranch, snapshot.BaseTip, ExpectedRemoteTip: null);

        if (hotfix.Relation is BranchRelation.Absent or BranchRelation.RemoteOnly)
        {
            yield return new PlanStep.CreateBranch(hotfix.Name, at)
            {
                Description = string.Join('\n', snapshot.LaneSituation?.Lines ?? []),
                Lane = snapshot.LaneSituation is null ? null : snapshot.Lane,
            };
        }
        else if (hotfix.Relation == BranchRelation.Behind)
        {
            yield return new PlanStep.FastForwardBranch(hotfix.Name, hotfix.LocalTip!.Value, at);
        }

        if (hotfix.WorktreePath is null)
        {
            yield return Worktree(request, snapshot) is { } path
                ? new PlanStep.AddWorktree(path, hotfix.Name, at)
                : new PlanStep.CheckOutBranch(hotfix.Name, at);
        }

        if (snapshot.Fix is { } fix)
        {
            yield return new PlanStep.ApplyFix(hotfix.Name, at, fix, hotfix.WorktreePath ?? Worktree(request, snapshot) ?? snapshot.WorkTree.Root)
            {
                Signing = SigningPolicy.Of(snapshot.SigningFor(request.MergeMethod)),
            };
        }

        // The commits that a fix becomes are known once it is applied: the next look sees them.
        if (request.PushesBranch && hotfix is { LocalTip: { } tip, Commits.Count: > 0, Relation: not BranchRelation.Behind } && tip != hotfix.RemoteTip)
            yield return new PlanStep.PushBranch(hotfix.Name, tip, hotfix.RemoteTip);
    }

    private static IEnumerable<Refusal> Refusals(HotfixRequest request, Snapshot snapshot, HotfixBranch hotfix)
    {
        foreach (Refusal refusal in LaneRefusals.Of(request, snapshot))
            yield return refusal;

        if (request.Remote is null && hotfix.Tip is null && snapshot.Settings is { ForkOf: { } parent })
            yield return BranchRefusals.Fork(snapshot.Remote, parent);

        if (snapshot.Fix is { } fix && SigningPolicy.IsStuck(snapshot.SigningFor(request.MergeMethod)))
            yield return SigningPolicy.CannotSign(snapshot.Signing, fix.Describe());

        if (hotfix.Tip is null && InTheWay(snapshot.Remote, hotfix.Name) is { } obstacle)
            yield return BranchRefusals.NameTaken(hotfix.Name, obstacle, snapshot.Remote.Remote);

        if (
            hotfix.Tip is null
            && request.BaseBranch is null
            && snapshot.Lane == Lane.Standard
            && BranchingModel.OtherThanDefault(snapshot.Remote) is { } production
        )
        {
            yield return BranchRefusals.WhichBase(snapshot.BaseBranch, production);
        }

        bool changesThisTree = hotfix.WorktreePath is null && Worktree(request, snapshot) is null;
        if (snapshot.WorkTree.OperationInProgress is { } operation && (changesThisTree || snapshot.Fix is not null))
            yield return BranchRefusals.OperationInProgress(operation);

        if (snapshot.WorkTree.IsDirty && (changesThisTree || (snapshot.Fix is not null && Worktree(request, snapshot) is null)))
            yield return BranchRefusals.Dirty(snapshot.WorkTree);

        if (changesThisTree && snapshot.OverwrittenFiles.Count > 0)
            yield return BranchRefusals.WouldOverwrite(snapshot.OverwrittenFiles);

        if (hotfix.Relation == BranchRelation.Diverged)
            yield return BranchRefusals.Diverged(hotfix, snapshot.Remote.Remote);

        if (hotfix.Tip is not null && hotfix.MergeBase is null)
            yield return BranchRefusals.UnrelatedBase(hotfix, snapshot.BaseBranch);

        if (hotfix.OtherBases.Count > 0 && snapshot.PullRequest is null)
            yield return BranchRefusals.OtherBase(hotfix, snapshot.BaseBranch);

        if (request.WorktreePath is { } wanted && hotfix.WorktreePath is { } existing && !SamePath(wanted, existing))
            yield return BranchRefusals.CheckedOutElsewhere(hotfix.Name, existing);
    }

    // A build does not take itself out of the work tree that it runs in: the branch of a commit that is older than it goes beside that.
    private static string? Worktree(HotfixRequest request, Snapshot snapshot) =>
        request.WorktreePath
        ?? (
            snapshot.LaneSituation?.LacksBuild is null
                ? null
                : $"{Path.TrimEndingDirectorySeparator(snapshot.WorkTree.Root)}-{snapshot.Hotfix!.Name.Value.Split('/')[^1]}"
        );

    // A branch is a file to git: beside 'hotfix' there can be no 'hotfix/null-ref'.
    private static BranchName? InTheWay(RemoteRefs remote, BranchName name) =>
        remote.Branches.Keys.FirstOrDefault(branch =>
            name.Value.StartsWith(branch.Value + "/", StringComparison.Ordinal) || branch.Value.StartsWith(name.Value + "/", StringComparison.Ordinal)
        );

    private static bool SamePath(string one, string other) => Path.TrimEndingDirectorySeparator(one) == Path.TrimEndingDirectorySeparator(other);

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
