using Hotfix.Core.Abandoning;
using Hotfix.Core.Plans;
using Hotfix.Core.Telling;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Telling;

namespace Hotfix.Pipeline.Abandoning;

/// <summary>Target <c>Abandon</c>.</summary>
/// <param name="run">The run.</param>
/// <param name="teller">Keeps the hotfix's thread.</param>
/// <param name="reason">Why; <c>null</c> when nobody said.</param>
internal sealed class AbandonDefinition(RunContext run, Teller teller, string? reason) : Definition<AbandonFacts>
{
    public override async Task<AbandonFacts> LookAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        return await new AbandonLook(services.GitReader, services.RequiredGitHub, run.Settings.Time).ReadAsync(run.Request, reason, cancellationToken);
    }

    public override PlanResult Plan(AbandonFacts facts) => AbandonPlanner.Plan(facts);

    public override async Task EndedAsync(TargetEnd<AbandonFacts> end, CancellationToken cancellationToken)
    {
        if (!end.IsDone)
            return;

        if (end.Outcomes.Count > 0)
            await teller.TellAsync(end.Facts.Snapshot, seen => seen with { End = ThreadEnd.GivenUp, EndReason = reason }, cancellationToken);

        run.Record.Conclusion = $"Abandoned: {(end.Found.Count > 0 ? end.Found[0] : end.Facts.Snapshot.Hotfix!.Name)}";
    }
}
