using Hotfix.Core.Lanes;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Plans <c>AwaitDeploy</c>: production's deployment of this very release has ended well.</summary>
internal static class AwaitDeployPlanner
{
    private const int MostStarts = 2;

    /// <summary>
    /// Where it stands, by what the team says that counts. A success of another commit never does, unless that commit contains this one.
    /// </summary>
    public static PlanResult Plan(AwaitDeployFacts facts)
    {
        if (ToldDeployment.First(facts) is { } told)
            return ToldDeployment.Proof(facts, told) is { } proof ? PlanResult.Done(proof) : NotTold(facts, told);

        if (ToldDeployment.ProofOfAll(facts) is { } agreed)
            return PlanResult.Done(agreed);

        PlanResult result = ByDeployments(facts);
        return result is PlanResult.NothingToDo && ToldDeployment.Against(facts) is { } other ? new PlanResult.Waiting([Disagrees(facts, other)]) : result;
    }

    private static PlanResult ByDeployments(AwaitDeployFacts facts)
    {
        // "Contains it" holds until something newer is known of the release itself.
        if (facts is { IsContained: true, Current: { } containing } && containing.Sha != facts.Release.Commit && !(facts.Newest?.Id > containing.Id))
            return PlanResult.Done($"{facts.Environment} runs {containing.Sha.Short}, which contains {facts.Release} (deployment {containing.Id})");

        if (facts.Newest is { State: DeploymentState.Succeeded } good)
        {
            return facts.Current is { } current && current.Id > good.Id && current.Sha != good.Sha
                ? PlanResult.Refuse(AwaitDeployRefusals.MovedOn(facts, current))
                : PlanResult.Done(
                    $"{facts.Environment} runs {facts.Release} since {good.Status!.CreatedAt:u} (deployment {good.Id}) {good.Status.LogUrl}".TrimEnd()
                );
        }

        return facts.Run is { } run ? OfRun(facts, run) : OfDeployment(facts);
    }

    /// <summary>Nobody is known to be at it: waiting here would be waiting for nobody.</summary>
    public static Wait WhoDeploys(AwaitDeployFacts facts) =>
        new(
            $"no deployment of {facts.Release} to {facts.Environment} began; who deploys?",
            $"whoever does; or {(facts.CanDeploy ? $"./build.sh Deploy --environment {facts.Environment} --tag {facts.Release.Tag}" : $"./build.sh AwaitDeploy --tag {facts.Release.Tag} --deploy-workflow release.yml")}",
            IsPerson: true
        );

    // What counts first says that something else runs: whoever is at it is followed, and what jobs have left at the environment proves nothing.
    private static PlanResult NotTold(AwaitDeployFacts facts, ProductionClaim told) =>
        facts.Run is { } run ? OfRun(facts, run, told)
        : facts.Newest is not { State: DeploymentState.Succeeded } ? OfDeployment(facts)
        : facts is { Workflow: not null, Started: 0 } && facts.TakenAt - facts.Since >= facts.Grace ? Start(facts)
        : new PlanResult.Waiting([Disagrees(facts, told)]);

    private static PlanResult OfRun(AwaitDeployFacts facts, FollowedRun followed, ProductionClaim? told = null) =>
        RunAssessment.Assess(followed.Run, followed.Jobs, followed.Gates) switch
        {
            RunVerdict.Held held => new PlanResult.Waiting(held.Waits),
            RunVerdict.Running running => new PlanResult.Waiting(Working(followed.Run, running.Lines)),
            RunVerdict.Failed failed => PlanResult.Refuse(AwaitDeployRefusals.RunFailed(facts, failed)),
            RunVerdict.Dropped when facts is { Workflow: not null, Started: < MostStarts } => Start(
                facts,
                $"{followed.Run.Url} was cancelled while it was queued; it is started again"
            ),
            RunVerdict.Dropped => PlanResult.Refuse(AwaitDeployRefusals.Cancelled(facts, followed.Run)),
            RunVerdict.Stopped => PlanResult.Refuse(AwaitDeployRefusals.Cancelled(facts, followed.Run)),
            _ when facts.Newest is { State: DeploymentState.Failed } => OfDeployment(facts),
            _ when told is { Source: ProductionSource.Health } => new PlanResult.Waiting([Disagrees(facts, told)]),
            _ => PlanResult.Refuse(
                told is null ? AwaitDeployRefusals.NotRecorded(facts, followed.Run) : AwaitDeployRefusals.NotTold(facts, followed.Run, told)
            ),
        };

    private static PlanResult OfDeployment(AwaitDeployFacts facts) =>
        facts.Newest switch
        {
            { State: DeploymentState.Failed } failed => PlanResult.Refuse(AwaitDeployRefusals.Failed(facts, failed)),
            { } deployment => new PlanResult.Waiting([Working(facts, deployment)]),
            null when facts is { Exists: false, Workflow: null, Told: [] } => PlanResult.Done(
                $"nothing deploys through GitHub: there is no environment '{facts.Environment}', and no --deploy-workflow"
            ),
            null when facts.TakenAt - facts.Since < facts.Grace => new PlanResult.Waiting([
                new Wait(
                    $"no deployment of {facts.Release} to {facts.Environment} began yet",
                    $"whatever deploys, until {facts.Since + facts.Grace:u}",
                    IsPerson: false
                ),
            ]),
            null when facts is { Workflow: not null, Started: 0 } => Start(facts),
            null => new PlanResult.Waiting([WhoDeploys(facts)]),
        };

    private static PlanResult Start(AwaitDeployFacts facts, params string[] notes)
    {
        StartedWorkflow started = facts.Starts!;
        if (WorkflowInputs.Refusals(started, facts.Taken).ToArray() is { Length: > 0 } unfit)
            return PlanResult.Refuse(unfit);

        string branch = (facts.Branch ?? facts.DefaultBranch!).Value;
        IReadOnlyDictionary<string, string> inputs = started.Fill(
            new Dictionary<string, string>
            {
                ["tag"] = facts.Release.Tag.Name,
                ["version"] = facts.Release.Tag.Version.ToString(),
                ["sha"] = facts.Release.Commit.Value,
                ["branch"] = branch,
                ["ref"] = branch,
            }
        );
        var step = new PlanStep.StartDeployWorkflow(
            facts.Workflow!,
            facts.DefaultBranch!,
            facts.Release,
            RunOfRelease.Correlation(facts.Purpose, facts.Release, facts.Started + 1)
        )
        {
            Inputs = inputs,
            CorrelationInput = WorkflowInputs.CorrelationOf(facts.Taken),
        };
        return PlanResult.Do([step], notes);
    }

    private static Wait Disagrees(AwaitDeployFacts facts, ProductionClaim told) =>
        new(
            $"{told}, and not {facts.Release} yet",
            $"whatever {(told.Source == ProductionSource.Health ? "answers there" : "sets it")}; which sources count: --production-source",
            IsPerson: false
        );

    private static IReadOnlyList<Wait> Working(WorkflowRun run, IReadOnlyList<string> lines) =>
        lines.Count == 0
            ? [new Wait($"the run that deploys is {run.Detail.Replace('_', ' ')}", run.Url, IsPerson: false)]
            : [.. lines.Select(line => new Wait(line, run.Url, IsPerson: false))];

    private static Wait Working(AwaitDeployFacts facts, Deployment deployment) =>
        new(
            $"deployment {deployment.Id} of {facts.Release} to {facts.Environment} is {deployment.Status?.Detail.Replace('_', ' ') ?? "asked for"}",
            $"{(deployment.Creator.Length > 0 ? deployment.Creator : "whoever asked for it")} {deployment.Status?.LogUrl}".TrimEnd(),
            IsPerson: false
        );
}
