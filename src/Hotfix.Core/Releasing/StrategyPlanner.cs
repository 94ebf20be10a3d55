using Hotfix.Core.Errors;
using Hotfix.Core.Lanes;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Releasing;

/// <summary>Plans a release that somebody else makes: a workflow, release-please, or whatever sets tags.</summary>
internal static class StrategyPlanner
{
    /// <summary>A run that was cancelled while it was queued is started again, once.</summary>
    private const int MostStarts = 2;

    /// <summary>The word by which the runs of a commit's release are found: the same for everybody who releases it.</summary>
    public static string CorrelationId(CommitSha commit) => $"hotfix-{commit.Value[..12]}";

    /// <summary>Whether a step of the release only brings it nearer, so that its end is waited for.</summary>
    public static bool IsPreparation(Stage stage, PlanStep step) =>
        MergePlanner.IsPreparation(step) || (stage == Stage.Release && step is PlanStep.StartRelease or PlanStep.MergePullRequest);

    /// <summary>The newest run's failed jobs, whose last lines are worth showing.</summary>
    public static IReadOnlyList<WorkflowJob> FailedJobs(ReleaseSnapshot release) =>
        release.Runs.Count > 0 && Assess(release.Runs[0]) is RunVerdict.Failed failed ? failed.Jobs : [];

    // The tag may come before the run ends; what it does after that counts, too.
    internal static PlanResult Tagged(RemoteTag tag, ReleaseSnapshot release) =>
        release.Runs is [var run, ..]
            ? Follow(run, release) ?? PlanResult.Done($"{release.Commit.Short} is released as {tag.Name}; {run.Run.Url} ended well")
            : PlanResult.Done(
                $"{release.Commit.Short} is released as {tag.Name}{(release.Release is { IsDraft: false } published ? $": {published.Url}" : "")}"
            );

    internal static PlanResult Untagged(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release, IReadOnlyList<string> notes) =>
        request.Release.Strategy switch
        {
            ReleaseStrategy.Dispatch => Dispatch(request, snapshot, release, notes),
            ReleaseStrategy.ReleasePlease => ReleasePlease(request, snapshot, release),
            _ => new PlanResult.Waiting([
                new Wait(
                    $"no release tag contains {release.Commit.Short} yet",
                    "what sets the tags here; --release-strategy says what that is",
                    IsPerson: false
                ),
            ]),
        };

    private static PlanResult Dispatch(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release, IReadOnlyList<string> notes)
    {
        if (release.Runs is not [var newest, ..])
        {
            return Unfit(request, snapshot, release) is [_, ..] refusals
                ? PlanResult.Refuse(refusals)
                : PlanResult.Do([Start(request, snapshot, release, number: 1)], [.. notes]);
        }

        if (Assess(newest) is not RunVerdict.Dropped)
        {
            return Follow(newest, release)
                ?? PlanResult.Done(
                    $"{request.Release.Workflow} ran for {release.Commit.Short} to its end, and set no release tag that contains it: {newest.Run.Url}"
                );
        }

        return release.Runs.Count < MostStarts
            ? PlanResult.Do([Start(request, snapshot, release, release.Runs.Count + 1)], $"run {newest.Run.Id} was cancelled while it was queued")
            : PlanResult.Refuse(StrategyRefusals.DroppedAgain(newest.Run, request.Release.Workflow));
    }

    private static PlanResult? Follow(FollowedRun followed, ReleaseSnapshot release) =>
        Assess(followed) switch
        {
            RunVerdict.Succeeded => null,
            RunVerdict.Held held => new PlanResult.Waiting(held.Waits),
            RunVerdict.Failed failed => PlanResult.Refuse(StrategyRefusals.RunFailed(failed, release.Commit)),
            RunVerdict.Stopped stopped => PlanResult.Refuse(StrategyRefusals.RunStopped(stopped.Run, release.Commit)),
            RunVerdict.Running { Lines: { Count: > 0 } lines } => new PlanResult.Waiting([
                .. lines.Select(line => new Wait(line, $"GitHub Actions: {followed.Run.Url}", IsPerson: false)),
            ]),
            _ => new PlanResult.Waiting([
                new Wait($"run {followed.Run.Id} is {followed.Run.Detail.Replace('_', ' ')}", $"GitHub Actions: {followed.Run.Url}", IsPerson: false),
            ]),
        };

    private static PlanResult ReleasePlease(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        if (release.Pending is not { PullRequest: { } pull } pending)
        {
            return new PlanResult.Waiting([
                new Wait(
                    $"no release tag contains {release.Commit.Short} yet, and no release pull request into {snapshot.BaseBranch} is open",
                    "release-please, whose workflow opens or tags it",
                    IsPerson: false
                ),
            ]);
        }

        if (pull.IsMergeable is null && pending.HeadChecks.Count == 0)
        {
            return new PlanResult.Waiting([
                new Wait(
                    $"release pull request #{pull.Number} does not contain {release.Commit.Short} yet",
                    $"release-please, which renews it: {pull.Url}",
                    IsPerson: false
                ),
            ]);
        }

        return MergePlanner.Plan(request with { ArmsAutoMerge = false, JumpReason = null, MergeMethod = null }, pending);
    }

    private static PlanStep.StartRelease Start(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release, int number)
    {
        string id = CorrelationId(release.Commit) + (number == 1 ? "" : $"-{number}");
        IReadOnlyDictionary<string, string> inputs = request.Release.Started.Fill(
            new Dictionary<string, string>
            {
                ["ref"] = snapshot.BaseBranch.Value,
                ["branch"] = snapshot.BaseBranch.Value,
                ["sha"] = release.Commit.Value,
                ["version"] = VersionOf(request, snapshot, release)?.ToString() ?? "",
                ["tag"] = VersionOf(request, snapshot, release) is { } version
                    ? new ReleaseTag(snapshot.Lane == Lane.Exceptional && release.BaseTag is { } tag ? tag.Prefix : release.TagPrefix, version).Name
                    : "",
            }
        );
        var dispatch = new WorkflowDispatch(request.Release.Workflow, snapshot.Remote.DefaultBranch ?? snapshot.BaseBranch, inputs, id)
        {
            CorrelationInput = WorkflowInputs.CorrelationOf(Taken(request, snapshot)),
        };
        return new PlanStep.StartRelease(dispatch, release.Commit);
    }

    // The team's own workflow may make its versions: only one that is told has to be known.
    private static SemanticVersion? VersionOf(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release) =>
        request.Version
        ?? (
            snapshot.Lane == Lane.Standard ? release.Version?.MajorMinorPatch
            : release.BaseTag is { } deployed ? ExceptionalVersion.Decide(null, deployed, snapshot.Remote.Tags, request.SuffixOf(release.Commit)).Version
            : null
        );

    private static Refusal[] Unfit(HotfixRequest request, Snapshot snapshot, ReleaseSnapshot release)
    {
        StartedWorkflow started = request.Release.Started;
        bool needsVersion =
            Taken(request, snapshot)?.Inputs is { } inputs
            && started.Inputs.Any(input => inputs.GetValueOrDefault(input.Key) && input.Value is "{version}" or "{tag}");
        return
        [
            .. WorkflowInputs.Refusals(started, Taken(request, snapshot)),
            .. needsVersion && VersionOf(request, snapshot, release) is null ? new[] { WorkflowInputs.NoVersion(started) } : [],
        ];
    }

    private static DispatchInputs? Taken(HotfixRequest request, Snapshot snapshot) =>
        snapshot.Workflows.FirstOrDefault(file => file.File == request.Release.Workflow);

    private static RunVerdict Assess(FollowedRun followed) => RunAssessment.Assess(followed.Run, followed.Jobs, followed.Gates);
}
