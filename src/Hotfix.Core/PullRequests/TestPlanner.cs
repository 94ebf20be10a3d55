using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.PullRequests;

/// <summary>Plans <c>Test</c> within a hotfix: the tests passed on this exact commit.</summary>
internal static class TestPlanner
{
    public static PlanResult Plan(HotfixRequest request, Snapshot snapshot)
    {
        HotfixBranch hotfix = snapshot.Hotfix!;
        if (hotfix.Commits.Count == 0)
            return new PlanResult.Waiting([PullRequestPlanner.NoCommitYet(request, snapshot)]);

        if (request.Evidence?.Evidence is { } given && given.Commit != hotfix.Tip!.Value)
            return PlanResult.Refuse(PullRequestRefusals.TestedElsewhere(hotfix, request.Evidence.File, given));

        if (PullRequestPlanner.Evidence(snapshot, hotfix.Tip!.Value) is { IsGreen: true } evidence)
            return PlanResult.Done($"tests: {evidence.Describe()}");

        if (request.Evidence is { } elsewhere)
        {
            return PlanResult.Refuse(
                elsewhere.Evidence is null ? PullRequestRefusals.NoEvidence(hotfix, elsewhere.File) : PullRequestRefusals.NotTested(hotfix, elsewhere.Evidence)
            );
        }

        return snapshot.WorkTree.IsDirty && hotfix.WorktreePath == snapshot.WorkTree.Root
            ? PlanResult.Refuse(PullRequestRefusals.DirtyForEvidence(snapshot.WorkTree))
            : PlanResult.Do([new PlanStep.RunTests(hotfix.Tip.Value)]);
    }
}
