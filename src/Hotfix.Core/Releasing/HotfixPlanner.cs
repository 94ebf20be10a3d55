using Hotfix.Core.Branching;
using Hotfix.Core.Lanes;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Releasing;

/// <summary>Decides. Pure and total: the same request and snapshot give the same answer, and every snapshot gives one.</summary>
internal static class HotfixPlanner
{
    /// <summary>What the stage should do now.</summary>
    public static PlanResult Plan(Stage stage, HotfixRequest request, Snapshot snapshot) =>
        stage switch
        {
            not Stage.Release when snapshot.Hotfix is null => PlanResult.Done("outside a hotfix: no branch is named or checked out"),

            // A version that is named makes the first release of a pattern; otherwise one would be invented, unless the team's own workflow makes it.
            _ when snapshot.Remote.TagRefusal is { } refusal && NeedsVersion(request) => PlanResult.Refuse(refusal),
            _ when snapshot.Remote.ProductRefusal is { } unclear => PlanResult.Refuse(unclear),
            Stage.Release => ReleasePlanner.Plan(request, snapshot),
            Stage.Branch or Stage.PullRequest when FinishedHotfix.Refuse(snapshot) is { } finished => PlanResult.Refuse(finished),
            Stage.Branch or Stage.PullRequest when snapshot.PullRequest is { State: PullRequestState.Merged } merged => PlanResult.Done(
                MergePlanner.Describe(merged)
            ),
            not Stage.Test
                when snapshot.PullRequest?.State != PullRequestState.Merged && WorkflowInputs.Refusals(request, snapshot).ToArray() is { Length: > 0 } unfit =>
                PlanResult.Refuse(unfit),
            not Stage.Branch when LaneRefusals.Of(request, snapshot).ToArray() is { Length: > 0 } refusals => PlanResult.Refuse(refusals),
            Stage.Branch => BranchPlanner.Plan(request, snapshot),
            Stage.Test => TestPlanner.Plan(request, snapshot),
            Stage.PullRequest => PullRequestPlanner.Plan(request, snapshot),
            Stage.Merge => MergePlanner.Plan(request, snapshot),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage of the standard lane."),
        };

    private static bool NeedsVersion(HotfixRequest request) =>
        request.Release.Strategy != ReleaseStrategy.Dispatch && (request.Version is null || request.Conventions.Tags is null);

    /// <summary>
    /// Which stages are behind us. A later stage that is done makes the earlier ones done too: what lies before a merged pull request,
    /// or before an open one whose head is tested, starts nothing.
    /// </summary>
    public static IReadOnlyDictionary<Stage, string> Done(HotfixRequest request, Snapshot snapshot)
    {
        var done = new Dictionary<Stage, string>();
        if (FinishedHotfix.Refuse(snapshot) is not null)
            return done;

        string? later = null;
        foreach (Stage stage in Enum.GetValues<Stage>().Reverse())
        {
            later = Evidence(stage, request, snapshot) ?? later;
            if (later is not null)
                done[stage] = later;
        }

        return done;
    }

    private static string? Evidence(Stage stage, HotfixRequest request, Snapshot snapshot)
    {
        bool isReady = stage switch
        {
            Stage.Release => snapshot.Release is not null,
            Stage.Merge => snapshot.PullRequest is { State: PullRequestState.Merged } || snapshot.Hotfix is null,
            Stage.PullRequest => snapshot.PullRequest is { State: PullRequestState.Open } && snapshot.Hotfix is { Commits.Count: > 0 },
            Stage.Test => snapshot.Hotfix is { Commits.Count: > 0 },
            _ => snapshot.Hotfix is { Commits.Count: > 0 },
        };
        return isReady && Plan(stage, request, snapshot) is PlanResult.NothingToDo { Evidence: [var evidence, ..] } ? evidence : null;
    }
}
