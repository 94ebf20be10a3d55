using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Serilog;

namespace Hotfix.Components.Running.Deploying;

/// <summary>How a run of these targets says no, and what it would do.</summary>
internal static class RunAnswers
{
    /// <summary>All reasons are shown and kept; the first is thrown.</summary>
    public static HotfixException Refuse(this HotfixRun run, params Refusal[] refusals)
    {
        run.Record.Refusals = refusals;
        foreach (Refusal refusal in refusals.Skip(1))
            Log.Error("{Refusal:l}", refusal.ToString());

        return new HotfixException(refusals[0]);
    }

    /// <summary>Shows the plan and ends the run there.</summary>
    public static void Rehearse(this HotfixRun run, PlanResult.Ready ready)
    {
        run.Record.Rehearse(ready);
        run.StopRehearsing();
    }
}
