using System.Runtime.CompilerServices;
using Hotfix.Components.Output.Summaries;
using Hotfix.Components.Testing;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Deploying;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Hotfix.Pipeline.Stages;
using Hotfix.Pipeline.Telling;

namespace Hotfix.Components.Running;

/// <summary>One run of the hotfix path, as its targets see it; what they do is the pipeline's. It knows what was asked for, not the build that asked.</summary>
public sealed class HotfixRun
{
    /// <summary>The exit code for "nothing is wrong, it is somebody's move".</summary>
    public const int SomebodysMove = RunEnd.SomebodysMove;

    private static readonly ConditionalWeakTable<IEngineBuild, HotfixRun> Runs = [];
    private readonly RunOrder _order;
    private RunContext? _context;

    private HotfixRun(RunOrder order) => _order = order;

    /// <summary>Whether later stages may run: not after a stop for somebody's move, and not after a rehearsal showed its plan.</summary>
    public bool MayGoOn => _context?.MayGoOn ?? true;

    /// <summary>Whether what the team's own tests need may run: on the way to a pull request not after a stop, and not in a rehearsal.</summary>
    internal bool MayPrepareTests => !_order.Settings.Plan.OpensPullRequest || (MayGoOn && !_order.Settings.IsRehearsal);

    internal RunRecord Record => _order.Record;

    /// <summary>What all targets share; made at the first call, when the parameters are parsed.</summary>
    internal RunContext Context => _context ??= new RunContext(_order.Parse(), _order.Settings, Record);

    /// <summary>Keeps the hotfix's thread.</summary>
    internal Teller Teller => field ??= new Teller(Context);

    /// <summary>What was asked of the targets beside the hotfix itself.</summary>
    internal TargetRequests Requests => field ??= _order.ParseTargets();

    /// <summary>The targets about one release in the environment that was named, or production's.</summary>
    internal DeployTargets Deploying => new(Context, Teller, Requests.Deploy, _order.Means(Context, Requests.Deploy));

    private HotfixStages Stages => field ??= new HotfixStages(Context);

    /// <summary>The run of a build, begun by the <c>[HotfixBuild]</c> of its class.</summary>
    /// <exception cref="HotfixException">HF5012 when the class has none.</exception>
    public static HotfixRun Of(IEngineBuild build) =>
        Runs.TryGetValue(build, out HotfixRun? run)
            ? run
            : throw new HotfixException(
                "HF5012",
                what: $"{build.GetType().Name} has targets of the hotfix path, and no [HotfixBuild]; nothing was changed.",
                why: "That attribute checks the parameters and begins the run before any target does.",
                next: $"Write [HotfixBuild] above 'class {build.GetType().Name}', with 'using Hotfix.Components;'."
            );

    /// <summary>
    /// Whether a stage is still ahead, for its static condition. The first call takes the first look, which is kept. Never throws: a look that
    /// failed is reported by the first target that needs it.
    /// </summary>
    public bool IsAhead(Stage stage)
    {
        // 'Test' alone is just the project's tests: it looks at nothing.
        if (stage == Stage.Test && !_order.Settings.Plan.OpensPullRequest)
            return true;

        // Conditions are not asynchronous; no other thread waits for this one, and there is no synchronization context to block.
        return Stages.IsAheadAsync(stage, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Runs one stage: look, plan, show, apply. Waits where the stage is one that waits.</summary>
    /// <exception cref="HotfixException">A refusal or a failure.</exception>
    public Task ExecuteAsync(Stage stage) => ExecuteAsync(stage, build: null);

    /// <summary>The branch, and with <c>--push</c> its commits at the remote: which they are, the look after they were made knows.</summary>
    public async Task CreateBranchAsync()
    {
        await ExecuteAsync(Stage.Branch);
        if (Context.Request.PushesBranch && MayGoOn)
            await ExecuteAsync(Stage.Branch);
    }

    /// <summary>Runs the tests. Within a hotfix they must run on exactly the tip of the branch, and count as its evidence.</summary>
    /// <exception cref="HotfixException">HF4016 when a test failed, HF4017 when nothing could be counted.</exception>
    public async Task TestAsync(Func<string, Task<TestRun>> runTests)
    {
        if (!_order.Settings.Plan.OpensPullRequest)
        {
            await new TestsAlone(Record, _order.Settings.Directory, _order.EvidenceFile).RunAsync(runTests, CancellationToken.None);
            return;
        }

        var tests = new TestsOfTheTip(Context, runTests);
        await ExecuteAsync(Stage.Test, new BuildSteps { RunTests = tests.RunAsync });
        Stages.Keep(tests.Evidence);
    }

    /// <summary>Looks, and prints where everything stands.</summary>
    public async Task ReportStatusAsync()
    {
        Services services = await Context.ServicesAsync(CancellationToken.None);
        await new StatusReport(Context.Request, services, Record).PrintAsync(CancellationToken.None);
    }

    /// <summary>The run of a build begins: its parameters are known, and no target has run.</summary>
    internal static HotfixRun Begin(IEngineBuild build, RunOrder order) => Runs.GetValue(build, _ => new HotfixRun(order));

    /// <summary>Runs a target that is none of the stages.</summary>
    internal Task ExecuteAsync<TFacts>(Definition<TFacts> target) => new TargetRun(Context).ExecuteAsync(target, CancellationToken.None);

    /// <summary>The build has ended.</summary>
    /// <param name="isSuccess">Whether no target failed, and none stopped it.</param>
    internal void Finish(bool isSuccess)
    {
        if (_context is null)
            return;

        // NUKE's ending is not asynchronous.
        bool isFinished = _context.Settings.Plan.IsUmbrella && isSuccess && MayGoOn;
        Teller.FinishAsync(isFinished, CancellationToken.None).GetAwaiter().GetResult();
        Teller.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Record.Snapshot = _context.Snapshot;
        Record.Traffic = _context.Started?.Traffic;
        Record.GitProcesses = _context.Started?.CommandLine.ProcessesStarted ?? 0;
        _context.Dispose();
    }

    private async Task ExecuteAsync(Stage stage, BuildSteps? build) =>
        await new TargetRun(Context, build).ExecuteAsync(new StageDefinition(stage, Context, Teller, Stages), CancellationToken.None);
}
