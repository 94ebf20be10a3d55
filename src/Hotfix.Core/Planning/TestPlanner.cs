using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Planning;

/// <summary>Plans <c>Test</c> within a hotfix: the tests passed on this exact commit.</summary>
internal static class TestPlanner
{
    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        if (hotfix.Commits.Count == 0)
        {
            return new PlanResult.Waiting([PullRequestPlanner.NoCommitYet(request, snapshot)]);
        }

        if (PullRequestPlanner.Evidence(snapshot, hotfix.Tip!.Value) is { IsGreen: true } evidence)
        {
            return PlanResult.Done($"tests: {evidence.Describe()}");
        }

        return snapshot.WorkTree.IsDirty && hotfix.WorktreePath == snapshot.WorkTree.Root
            ? PlanResult.Refuse(PullRequestRefusals.DirtyForEvidence(snapshot.WorkTree))
            : PlanResult.Do([new PlanStep.RunTests(hotfix.Tip.Value)]);
    }
}
