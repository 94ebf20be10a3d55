using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Deploying;

/// <summary>Target <c>Rollback --unlock</c>: lets releases be made again.</summary>
/// <param name="run">The run.</param>
/// <param name="reason">Why; <c>null</c> when nobody said.</param>
internal sealed class UnlockDefinition(RunContext run, string? reason) : Definition<IReadOnlyList<Issue>>
{
    public override async Task<IReadOnlyList<Issue>> LookAsync(CancellationToken cancellationToken) =>
        await (await run.ServicesAsync(cancellationToken)).Issues.ListAsync(ReleaseGate.LockLabel, includeClosed: false, cancellationToken);

    public override PlanResult Plan(IReadOnlyList<Issue> facts) => UnlockPlanner.Plan(facts, reason);

    public override Task EndedAsync(TargetEnd<IReadOnlyList<Issue>> end, CancellationToken cancellationToken)
    {
        if (end.IsDone)
            run.Record.Conclusion = "Releases are not locked";

        return Task.CompletedTask;
    }
}
