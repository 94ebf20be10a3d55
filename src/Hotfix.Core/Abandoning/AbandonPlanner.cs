using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Abandoning;

/// <summary>Plans <c>Abandon</c>: the pull request is closed with a reason, and the branches are gone; no commit is lost that nobody else keeps.</summary>
internal static class AbandonPlanner
{
    /// <summary>What is to be done now.</summary>
    public static PlanResult Plan(AbandonFacts facts)
    {
        Snapshot snapshot = facts.Snapshot;
        if (snapshot.Hotfix is not { } hotfix)
            return PlanResult.Refuse(AbandonRefusals.WhichHotfix(snapshot));

        if (snapshot.PullRequest is { State: PullRequestState.Merged } merged)
            return PlanResult.Refuse(AbandonRefusals.Merged(merged));

        PlanStep[] steps = [.. Steps(facts, hotfix)];
        string[] notes = [.. Notes(facts, hotfix)];
        if (steps.Length == 0)
            return PlanResult.Done([Done(snapshot, hotfix), .. notes]);

        return facts.Reason is null ? PlanResult.Refuse(AbandonRefusals.NoReason(hotfix)) : PlanResult.Do(steps, notes);
    }

    // Create before destroy: the words first, then the branches.
    private static IEnumerable<PlanStep> Steps(AbandonFacts facts, HotfixBranch hotfix)
    {
        if (facts.Snapshot.PullRequest is { State: PullRequestState.Open } open)
            yield return new PlanStep.ClosePullRequest(open.Number, open.HeadSha, $"This hotfix is abandoned: {MarkdownText.Escape(facts.Reason ?? "")}");

        if (hotfix.RemoteTip is { } remote && IsKept(facts, hotfix))
            yield return new PlanStep.DeleteRemoteBranch(hotfix.Name, remote);

        if (hotfix is { LocalTip: { } local, WorktreePath: null } && facts.IsLocalKept)
            yield return new PlanStep.DeleteBranch(hotfix.Name, local);
    }

    // What the local branch has is not lost either, since that stays when nobody else has it.
    private static bool IsKept(AbandonFacts facts, HotfixBranch hotfix) =>
        facts.IsRemoteKept || hotfix.Commits.Count == 0 || (hotfix.Relation is BranchRelation.Same or BranchRelation.Ahead && !facts.IsLocalKept);

    private static IEnumerable<string> Notes(AbandonFacts facts, HotfixBranch hotfix)
    {
        if (hotfix.RemoteTip is { } remote && !IsKept(facts, hotfix))
            yield return $"{hotfix.Name} stays at the remote: no pull request keeps its commits; git push {facts.Snapshot.Remote.Remote} --delete {hotfix.Name} loses them ({remote.Short})";

        if (hotfix is { LocalTip: not null, WorktreePath: { } path })
            yield return $"{hotfix.Name} stays here: it is checked out in {path}; git switch {facts.Snapshot.Remote.DefaultBranch} && git branch -D {hotfix.Name}";
        else if (hotfix.LocalTip is { } local && !facts.IsLocalKept)
            yield return $"{hotfix.Name} stays here: it has commits that no pull request keeps ({local.Short}); git branch -D {hotfix.Name} loses them";
    }

    private static string Done(Snapshot snapshot, HotfixBranch hotfix) =>
        snapshot.PullRequest is { } closed
            ? $"#{closed.Number} was closed on {closed.ClosedAt:u} without merging: {closed.Url}"
            : $"{hotfix.Name} has no pull request and is not at the remote";
}
