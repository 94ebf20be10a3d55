using System.Runtime.ExceptionServices;
using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Stages;

/// <summary>The looks of the five stages of one run: the first says what lies behind it, and each stage hands its last one on to the next.</summary>
internal sealed class HotfixStages(RunContext run)
{
    private Looks? _looks;
    private IReadOnlyDictionary<Stage, string>? _done;
    private ExceptionDispatchInfo? _failedLook;
    private bool _isFresh;

    /// <summary>
    /// Whether a stage is still ahead. The first call takes the first look, which is kept. Never throws: a look that failed is reported by the first stage
    /// that needs it.
    /// </summary>
    public async Task<bool> IsAheadAsync(Stage stage, CancellationToken cancellationToken)
    {
        _done ??= await FirstLookAsync(cancellationToken);
        return !_done.ContainsKey(stage);
    }

    /// <summary>The looks; the adapters are made for the first.</summary>
    public async Task<Looks> LooksAsync(CancellationToken cancellationToken)
    {
        Services services = await run.ServicesAsync(cancellationToken);
        return _looks ??= new Looks(run.Request, services, run.Record) { Evidence = run.Request.Evidence?.Evidence };
    }

    /// <summary>The newest look, taken again unless nothing has happened since.</summary>
    /// <exception cref="HotfixException">What the first look came to, if it failed.</exception>
    public async Task<Snapshot> LookAgainAsync(CancellationToken cancellationToken)
    {
        _failedLook?.Throw();
        if (!_isFresh)
            run.Snapshot = await (await LooksAsync(cancellationToken)).ReadAsync(LookScope.PullRequest, cancellationToken);

        _isFresh = false;
        return run.Snapshot!;
    }

    /// <summary>A stage's own last look: the next stage need not look again where it shows the end.</summary>
    public void Keep(Snapshot snapshot, bool isFresh)
    {
        run.Snapshot = snapshot;
        _isFresh = isFresh;
    }

    /// <summary>What this run's tests proved goes into every later look; <c>null</c> when they did not run.</summary>
    public void Keep(TestEvidence? evidence)
    {
        if (evidence is not null)
            _looks!.Evidence = evidence;
    }

    /// <summary>This run has changed something, or something is not as it looked.</summary>
    public void Changed(IReadOnlyList<PlanStep> steps)
    {
        if (steps.Count == 0)
            _isFresh = false;

        _looks!.Changed(steps);
    }

    private async Task<IReadOnlyDictionary<Stage, string>> FirstLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            Snapshot snapshot;
            using (run.Settings.Progress("look at the remote"))
                snapshot = await (await LooksAsync(cancellationToken)).ReadAsync(Scope(), cancellationToken);

            Keep(snapshot, isFresh: true);
            foreach (DifferingSubmodule submodule in snapshot.WorkTree.Submodules)
                Log.Information("{Submodule:l}; it is left alone, and no change of this hotfix", submodule.ToString());

            // 'Release' alone may release main; the umbrella without a hotfix must not: its first target says what is missing.
            IReadOnlyDictionary<Stage, string> done =
                snapshot.Hotfix is null && run.Settings.Plan.IsUmbrella ? new Dictionary<Stage, string>() : HotfixPlanner.Done(run.Request, snapshot);
            run.Record.Found(done);
            ShowWayBack(snapshot, done);
            return snapshot.OwesDefaultBranch ? done.Where(pair => pair.Key != Stage.Release).ToDictionary() : done;
        }
        catch (Exception e)
        {
            _failedLook = ExceptionDispatchInfo.Capture(e);
            return new Dictionary<Stage, string>();
        }
    }

    // Before work starts; once it is released, the highest release is the one that might have to go.
    private void ShowWayBack(Snapshot snapshot, IReadOnlyDictionary<Stage, string> done)
    {
        if (run.Settings.Plan.IsUmbrella && !done.ContainsKey(Stage.Release) && LastGoodLine.Of(snapshot) is { } line)
            Log.Information("{Line:l}", line);
    }

    // Only what the planned targets decide by is looked at: 'CreateHotfixBranch' alone needs no releases.
    private LookScope Scope() =>
        run.Settings.Plan switch
        {
            { Releases: true } => LookScope.Release,
            { OpensPullRequest: true } => LookScope.PullRequest,
            _ => LookScope.Branch,
        };
}
