using Hotfix.Core.Lanes;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>
/// What the sources that a team named say of a release's deployment. A variable or an address that counts before deployments proves one by itself, and where
/// it says otherwise, no deployment of a job's does.
/// </summary>
internal static class ToldDeployment
{
    /// <summary>The word that counts before deployments do; <c>null</c> where those count.</summary>
    public static ProductionClaim? First(AwaitDeployFacts facts)
    {
        foreach (ProductionSource source in facts.Order ?? [])
        {
            if (source == ProductionSource.Deployment && (facts.Newest ?? facts.Current) is not null)
                return null;

            if (facts.Told.FirstOrDefault(claim => claim.Source == source) is { } claim)
                return claim;
        }

        return null;
    }

    /// <summary>What says by itself that the release runs, for people; <c>null</c> when nothing does.</summary>
    public static string? Proof(AwaitDeployFacts facts, ProductionClaim claim) =>
        claim.Commit == facts.Release.Commit ? $"{facts.Environment} runs {facts.Release}: {claim}"
        : Holds(facts, claim) && !IsOvertaken(facts, claim) ? $"{facts.Environment} runs {claim.Commit!.Value.Short}, which contains {facts.Release}: {claim}"
        : null;

    /// <summary>
    /// The same of all sources together, where no order says which counts: GitHub must have no deployment that says anything, and no run that is still to end.
    /// </summary>
    public static string? ProofOfAll(AwaitDeployFacts facts) =>
        facts is { Order: null, Told: [var first, ..], Newest: null, Current: null, Run: null or { Run.State: RunState.Succeeded } }
        && facts.Told.All(claim => Proof(facts, claim) is not null)
            ? Proof(facts, first)
            : null;

    /// <summary>The first that says something else than a deployment that ended well, where all must agree; <c>null</c> when all do.</summary>
    public static ProductionClaim? Against(AwaitDeployFacts facts) =>
        facts.Order is null ? facts.Told.FirstOrDefault(claim => claim.Commit != facts.Release.Commit && !Holds(facts, claim)) : null;

    // Going back, "contains it" is what has to end.
    private static bool Holds(AwaitDeployFacts facts, ProductionClaim claim) =>
        facts.Purpose == RunOfRelease.Deploy && claim.Commit is { } commit && facts.Containing.Contains(commit);

    // "Contains it" holds until something newer is known of the release itself.
    private static bool IsOvertaken(AwaitDeployFacts facts, ProductionClaim claim) =>
        claim.SaidAt is { } said
        && (
            facts.Newest is { State: not DeploymentState.Succeeded } newest && newest.CreatedAt > said
            || facts.Run is { Run.State: not (RunState.Succeeded or RunState.Skipped) } run && run.Run.CreatedAt > said
        );
}
