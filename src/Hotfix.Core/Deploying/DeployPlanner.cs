using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>Plans <c>Deploy</c>: the environment runs that very commit, and a GitHub deployment says so.</summary>
internal static class DeployPlanner
{
    /// <summary>What is to be done now.</summary>
    public static PlanResult Plan(DeployFacts facts)
    {
        if (Running(facts) is { } running)
        {
            return IsHidden(running, facts)
                ? RecordAgain(running, facts)
                : PlanResult.Done($"{facts.Environment} runs {facts.Release} since {running.Status!.CreatedAt:u} (deployment {running.Id})");
        }

        Refusal[] refusals = [.. Refusals(facts)];
        if (refusals.Length > 0)
            return PlanResult.Refuse(refusals);

        return facts.OtherRun is { } other
            ? new PlanResult.Waiting([
                new Wait($"{facts.Release} is being deployed to {facts.Environment} by another run", $"that run: {other.Url}", IsPerson: false),
            ])
            : PlanResult.Do(Steps(facts), [.. Notes(facts)]);
    }

    // What was queued and never began, and what was taken down, says nothing of what runs.
    private static Deployment? Running(DeployFacts facts)
    {
        Deployment? last = facts.Newest.FirstOrDefault(deployment =>
            deployment.State is DeploymentState.InProgress or DeploymentState.Failed or DeploymentState.Succeeded
            && !DeploymentOrigin.IsOfJob(deployment, facts.RunUrl)
        );
        return last is { State: DeploymentState.Succeeded } && last.Sha == facts.Release.Commit ? last : null;
    }

    private static bool IsHidden(Deployment running, DeployFacts facts) =>
        facts.Newest.Any(deployment => deployment.Id > running.Id && deployment.Sha != running.Sha && DeploymentOrigin.IsOfJob(deployment, facts.RunUrl));

    // Else GitHub would say, once this job has ended, that the environment runs the commit that the workflow file is at.
    private static PlanResult RecordAgain(Deployment running, DeployFacts facts) =>
        PlanResult.Do(
            [
                Request(facts, existing: null),
                new PlanStep.ReportDeployment(facts.Environment, facts.Release.Commit, DeploymentState.Succeeded, $"runs since deployment {running.Id}"),
            ],
            $"{facts.Environment} runs {facts.Release} already; it is recorded again, because GitHub recorded the workflow's own commit for this job"
        );

    private static IEnumerable<Refusal> Refusals(DeployFacts facts)
    {
        bool isNew = facts.Target is null;
        if (facts.How is null)
            yield return DeployRefusals.NotConfigured(facts.Environment);

        bool isMissed = NearName.Of(facts.Environment, facts.Environments.Select(one => one.Name)) is not null;
        if (isNew && (isMissed || !facts.IsProduction && facts.Environment != facts.StagingEnvironment))
            yield return DeployRefusals.UnknownEnvironment(facts.Environment, facts.Environments.Select(one => one.Name));

        if (facts.Target is { Reviewers.Count: > 0 } target && facts.RunUrl.Length == 0)
            yield return DeployRefusals.Gate(target, facts.Release);

        bool ranBefore = facts.OfCommit.Any(deployment => deployment.State is DeploymentState.Succeeded or DeploymentState.Inactive);
        if (facts.Release.Lane == Lane.Exceptional && facts.IsProduction && !facts.RanInStaging && !ranBefore)
            yield return DeployRefusals.StagingFirst(facts);
    }

    private static IEnumerable<PlanStep> Steps(DeployFacts facts)
    {
        yield return Request(facts, Unfinished(facts));
        yield return new PlanStep.PerformDeployment(facts.Environment, facts.Release, facts.How!) { WayBack = facts.IsProduction ? facts.LastGood : null };
        yield return new PlanStep.ReportDeployment(facts.Environment, facts.Release.Commit, DeploymentState.Succeeded, $"{facts.Release.Tag} runs");
    }

    /// <summary>The one that an earlier run of ours began and did not end; only as long as nothing else was asked for since.</summary>
    private static Deployment? Unfinished(DeployFacts facts) =>
        facts.OfCommit.FirstOrDefault(DeploymentOrigin.IsOwn) is { State: DeploymentState.Pending or DeploymentState.InProgress } own ? own : null;

    private static PlanStep.RequestDeployment Request(DeployFacts facts, Deployment? existing) =>
        new(
            facts.Environment,
            facts.Release,
            existing is null ? $"{facts.Release.Tag}/{facts.OfCommit.Count(DeploymentOrigin.IsOwn) + 1}" : DeploymentOrigin.CorrelationOf(existing)!,
            facts.IsProduction
        )
        {
            Existing = existing?.Id,
        };

    private static IEnumerable<string> Notes(DeployFacts facts)
    {
        if (facts.Target is null)
            yield return $"environment '{facts.Environment}' does not exist yet; GitHub makes it, without any protection";

        if (
            facts.Newest.FirstOrDefault(one =>
                one.State == DeploymentState.InProgress && one.Sha != facts.Release.Commit && !DeploymentOrigin.IsOfJob(one, facts.RunUrl)
            ) is
            { } other
        )
        {
            yield return $"a deployment of {other.Sha.Short} to {facts.Environment} by {other.Creator} is under way since {other.CreatedAt:u}";
        }
    }
}
