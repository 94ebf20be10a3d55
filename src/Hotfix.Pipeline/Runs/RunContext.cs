using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Serilog;

namespace Hotfix.Pipeline.Runs;

/// <summary>What all targets of one run share: what was asked for, the adapters, what happened so far, and whether later targets may run.</summary>
internal sealed class RunContext(HotfixRequest request, RunSettings settings, RunRecord record) : IDisposable
{
    /// <summary>As it was typed; once the adapters are made, also what the standard base has to say.</summary>
    public HotfixRequest Request { get; private set; } = request;

    public RunSettings Settings => settings;

    public RunRecord Record => record;

    /// <summary>What the newest look of a stage saw; <c>null</c> before the first, and where only targets ran that take looks of their own.</summary>
    public Snapshot? Snapshot { get; set; }

    /// <summary>Whether later targets may run: not after a stop for somebody's move, and not after a rehearsal showed its plan.</summary>
    public bool MayGoOn { get; private set; } = true;

    /// <summary>The adapters; <c>null</c> when none were needed.</summary>
    public Services? Started { get; private set; }

    /// <summary>The adapters; made at the first call.</summary>
    public async Task<Services> ServicesAsync(CancellationToken cancellationToken)
    {
        if (Started is null)
        {
            Services services = await Services.CreateAsync(settings.Connection, Request, settings.Directory, cancellationToken);
            Request = await settings.Settle(services, Request, cancellationToken);
            services.App = Request.App;
            Started = services;
        }

        return Started;
    }

    /// <summary>Ends the run for somebody's move: later targets are skipped, the exit code is 75.</summary>
    public void Stop(IReadOnlyList<Wait> waits)
    {
        MayGoOn = false;
        record.Waits = waits;
        settings.Stopped();
        foreach (Wait wait in waits)
            Log.Information("waiting: {Wait:l}", wait.ToString());
    }

    /// <summary>Ends the run after a plan was shown: later targets are skipped.</summary>
    public void StopRehearsing() => MayGoOn = false;

    /// <summary>Why the run ends: all reasons are shown and kept; the first is to be thrown.</summary>
    public HotfixException Refuse(params IReadOnlyList<Refusal> refusals)
    {
        record.Refusals = refusals;
        foreach (Refusal refusal in refusals.Skip(1))
            Log.Error("{Refusal:l}", refusal.ToString());

        return new HotfixException(refusals[0]);
    }

    public void Dispose() => Started?.Dispose();
}
