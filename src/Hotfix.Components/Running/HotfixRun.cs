using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Hotfix.Components.Guards;
using Hotfix.Components.Output;
using Hotfix.Components.Output.Consoles;
using Hotfix.Components.Running.ForwardPorting;
using Hotfix.Components.Running.Telling;
using Hotfix.Components.Testing;
using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.Pipeline.Applying;
using Hotfix.Pipeline.Running;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>One run of the hotfix path: looks, asks the planner, shows the decision, applies exactly that, and keeps what happened.</summary>
public sealed class HotfixRun
{
    /// <summary>The exit code for "nothing is wrong, it is somebody's move".</summary>
    public const int SomebodysMove = 75;

    /// <summary>A busy base branch moves under a merge more than once; a rule that nobody here can see refuses it every time.</summary>
    private const int MostSurprises = 5;

    /// <summary>Each step finds itself done when it is; GitHub may take a few looks to show that.</summary>
    private const int MostRepeats = 4;

    private static readonly ConditionalWeakTable<IEngineBuild, HotfixRun> Runs = [];
    private readonly IHazHotfix _build;
    private Services? _services;
    private Snapshot? _snapshot;
    private Looks? _looks;
    private IReadOnlyDictionary<Stage, string>? _done;
    private ExceptionDispatchInfo? _failedLook;
    private bool _isFresh;

    private HotfixRun(IHazHotfix build)
    {
        _build = build;
    }

    /// <summary>Whether later stages may run: not after a stop for somebody's move, and not after a rehearsal showed its plan.</summary>
    public bool MayGoOn { get; private set; } = true;

    /// <summary>Whether what the team's own tests need may run: on the way to a pull request not after a stop, and not in a rehearsal.</summary>
    internal bool MayPrepareTests => !Plans(nameof(IOpenPR.OpenPR)) || (MayGoOn && !_build.DryRun);

    internal RunRecord Record { get; } = new();

    /// <summary>Keeps the hotfix's thread.</summary>
    internal Teller Teller => field ??= new Teller(this);

    /// <summary>What the newest look of a stage saw; <c>null</c> before the first, and where only targets ran that take looks of their own.</summary>
    internal Snapshot? Snapshot => _snapshot;

    /// <summary>The build, for its parameters.</summary>
    internal IHazHotfix Build => _build;

    internal HotfixRequest Request { get => field ??= WithEvidence(RequestFactory.Parse(_build)); private set; }

    /// <summary>What the base has to say; <c>null</c> before it was read, and where it says nothing.</summary>
    internal BaseSettings? Settings { get; private set; }

    /// <summary>The run of a build; made at the first call, the same ever after.</summary>
    public static HotfixRun Of(IHazHotfix build) => Runs.GetValue(build, key => new HotfixRun((IHazHotfix)key));

    /// <summary>
    /// Whether a stage is still ahead, for its static condition. The first call takes the first look, which is kept. Never throws: a look that
    /// failed is reported by the first target that needs it.
    /// </summary>
    public bool IsAhead(Stage stage)
    {
        // 'Test' alone is just the project's tests: it looks at nothing.
        if (stage == Stage.Test && !Plans(nameof(IOpenPR.OpenPR)))
        {
            return true;
        }

        // Conditions are not asynchronous; no other thread waits for this one, and there is no synchronization context to block.
        _done ??= FirstLookAsync().GetAwaiter().GetResult();
        return !_done.ContainsKey(stage);
    }

    /// <summary>Runs one stage: look, plan, show, apply. Waits where the stage is one that waits.</summary>
    /// <exception cref="HotfixException">A refusal or a failure.</exception>
    public async Task ExecuteAsync(Stage stage)
    {
        var waiting = new WaitingRoom(Request, Record, Terminal, isAttended: _build.IsLocalBuild);
        var applied = new Dictionary<string, int>(StringComparer.Ordinal);
        int surprises = 0;
        while (true)
        {
            await LookAgainAsync();
            RequireHotfix(stage);
            PlanResult result = await PlanAsync(stage, waiting, CancellationToken.None);
            bool isOver;
            try
            {
                isOver = await ActAsync(stage, result, CancellationToken.None);
            }
            catch (HotfixException e) when (MergePlanner.IsLookedAtAgain(e) && ++surprises < MostSurprises)
            {
                Log.Warning("{What:l} ({Why:l}) It is looked at again", e.Refusal.What, e.Refusal.Why);
                await PauseAsync();
                continue;
            }

            if (isOver)
            {
                await AfterReleaseAsync(stage, result, CancellationToken.None);
                await TellAsync(stage, result, CancellationToken.None);
                return;
            }

            // A base brought into the head, or a place in the queue, is not the merge yet; and GitHub may show what was done a moment later.
            if (!CountProgress(stage, applied, (PlanResult.Ready)result))
                await PauseAsync();

            _looks!.Changed(((PlanResult.Ready)result).Steps);
        }
    }

    /// <summary>The branch, and with <c>--push</c> its commits at the remote: which they are, the look after they were made knows.</summary>
    public async Task CreateBranchAsync()
    {
        await ExecuteAsync(Stage.Branch);
        if (Request.PushesBranch && MayGoOn && !_build.DryRun)
            await ExecuteAsync(Stage.Branch);
    }

    private async Task PauseAsync()
    {
        _isFresh = false;
        _looks!.Changed([]);
        await Task.Delay(Request.PollInterval, TimeProvider.System, CancellationToken.None);
    }

    /// <summary>Runs the tests. Within a hotfix they must run on exactly the tip of the branch, and count as its evidence.</summary>
    /// <exception cref="HotfixException">HF4016 when a test failed, HF4017 when nothing could be counted.</exception>
    public async Task TestAsync(Func<string, Task<TestRun>> runTests)
    {
        if (!Plans(nameof(IOpenPR.OpenPR)))
        {
            TestEvidenceFile? kept = _build.TestEvidence is { } file
                ? await TestEvidenceFile.OpenAsync(file, _build.RootDirectory, CancellationToken.None)
                : null;
            Record.Tests = await runTests(_build.RootDirectory);
            ThrowIfRed(Record.Tests, _build.RootDirectory);
            if (Record.Tests.RanNone)
                Log.Warning("No test ran: there are no tests, or none was found; that is not the same as passed");

            if (kept is not null)
                ThrowIfNoneRan(Record.Tests, "this commit; no evidence was written");

            await (kept?.WriteAsync(Record.Tests, CancellationToken.None) ?? Task.CompletedTask);
            return;
        }

        await LookAgainAsync();
        PlanResult result = HotfixPlanner.Plan(Stage.Test, Request, _snapshot!);
        if (result is PlanResult.Ready && !_build.DryRun)
        {
            await TestTipAsync(_snapshot!.Hotfix!, runTests);
            return;
        }

        await ActAsync(Stage.Test, result, CancellationToken.None);
    }

    /// <summary>Looks, and prints where everything stands.</summary>
    public async Task ReportStatusAsync()
    {
        Services services = await ServicesAsync(CancellationToken.None);
        await new StatusReport(Request, services, Record).PrintAsync(CancellationToken.None);
    }

    // The counts are evidence for the tip only when it is what stands in the work tree, before and after.
    private async Task TestTipAsync(HotfixBranch hotfix, Func<string, Task<TestRun>> runTests)
    {
        string directory = hotfix.WorktreePath ?? _snapshot!.WorkTree.Root;
        var tree = new GitReader((await ServicesAsync(CancellationToken.None)).CommandLine.In(directory));
        RequireTip(hotfix, await tree.ReadWorkTreeAsync(CancellationToken.None));
        Record.Tests = await runTests(FolderOfBuild(directory));
        ThrowIfRed(Record.Tests, directory);
        ThrowIfNoneRan(Record.Tests, $"{hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed");
        RequireTip(hotfix, await tree.ReadWorkTreeAsync(CancellationToken.None));
        var evidence = new TestEvidence(hotfix.Tip!.Value, Record.Tests.Passed, Record.Tests.Failed, Record.Tests.Skipped, Record.Tests.Duration) { IsCounted = Record.Tests.IsCounted };
        _looks!.Evidence = evidence;
        Record.Add(new Outcome(new PlanStep.RunTests(evidence.Commit), evidence.Describe()));
    }

    // A build that lives in a folder of its repository tests that folder, in whichever work tree.
    private string FolderOfBuild(string tree)
    {
        string relative = Path.GetRelativePath(_snapshot!.WorkTree.Root, _build.RootDirectory);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? tree : Path.GetFullPath(relative, tree);
    }

    private static void ThrowIfNoneRan(TestRun run, string what)
    {
        if (run is { RanNone: true, HadNothingToRun: false })
        {
            throw new HotfixException(
                "HF4352",
                what: $"No test ran on {what}.",
                why: $"{run}: what was run has projects or results, and not one test of them ran, which is not green.",
                next: "Name what has the tests with --solution or --test-command; where this repository has none at all, say so: --test-command \"exit 0\".");
        }
    }

    private static void RequireTip(HotfixBranch hotfix, WorkTree tree)
    {
        if (tree.Submodules.FirstOrDefault(submodule => submodule.IsAtOtherCommit && hotfix.Changes.Any(change => change.Path == submodule.Path)) is { } stray)
        {
            throw new HotfixException(
                "HF2070",
                what: $"The submodule {stray.Path}, whose commit is part of the fix, is at another commit in {tree.Root}; nothing was pushed.",
                why: "Tests with that one would prove nothing about the commit that goes into the pull request.",
                next: $"Run 'git submodule update --init {stray.Path}' there; or, if its present commit is the fix, 'git add {stray.Path}' and commit.");
        }

        if (tree.Head != hotfix.Tip || tree.IsDirty)
        {
            throw new HotfixException(
                "HF4018",
                what: $"The work tree {tree.Root} is not {hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed.",
                why: tree.IsDirty ? $"It has changes that are not committed: {string.Join(", ", tree.ChangedFiles.Take(5))}." : $"It is at {tree.Head?.Short}.",
                next: "Commit or put aside what changed (a test run must not change tracked files), and run it again.");
        }
    }

    internal void Finish()
    {
        // NUKE's ending is not asynchronous.
        bool isFinished = Plans(nameof(IHotfix.Hotfix)) && _build.IsSucceeding && MayGoOn && _build.ExitCode is null or 0;
        Teller.FinishAsync(isFinished, CancellationToken.None).GetAwaiter().GetResult();
        Teller.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Record.Snapshot = _snapshot;
        Record.Traffic = _services?.Traffic;
        Record.GitProcesses = _services?.CommandLine.ProcessesStarted ?? 0;
        _services?.Dispose();
    }

    private static void ThrowIfRed(TestRun run, string directory)
    {
        Log.Information("{Counts:l} in {Seconds:0.0} s", run.ToString(), run.Duration.TotalSeconds);
        if (run.Failed > 0)
        {
            throw new HotfixException(
                "HF4016",
                what: $"{run.Failed} of {run.Passed + run.Failed} tests failed; nothing was pushed.",
                why: $"The test run's output above names them ({directory}).",
                next: "Make them pass, commit, and run it again.");
        }

        if (run.Problem is { } problem)
        {
            throw new HotfixException(
                "HF4017",
                what: "The tests could not be run to their end; nothing was pushed.",
                why: problem + ".",
                next: "The output above has the first error; make './build.sh Test' pass, and run it again. Another test runner: --test-command, or override RunTestsAsync.");
        }
    }

    // A CI host keeps a log, also where its output is a terminal.
    internal TerminalWriter? Terminal => _build.IsLocalBuild && !_build.Json && WaitingTable.CanBeDrawn ? HotfixProgram.Terminal : null;

    // 'Test' alone writes the file: what is in it by then is not read.
    private HotfixRequest WithEvidence(HotfixRequest request) => _build.TestEvidence is { } file && Plans(nameof(IOpenPR.OpenPR))
        ? request with { Evidence = new GivenEvidence(file, TestEvidenceFile.Read(Path.GetFullPath(file, Environment.CurrentDirectory))) }
        : request;

    private bool Plans(string target) => _build.ExecutionPlan.Any(planned => planned.Name == target);

    private async Task<IReadOnlyDictionary<Stage, string>> FirstLookAsync()
    {
        try
        {
            using (LongWork.Begin("look at the remote"))
                _snapshot = await (await LooksAsync(CancellationToken.None)).ReadAsync(Scope(), CancellationToken.None);

            _isFresh = true;
            foreach (DifferingSubmodule submodule in _snapshot.WorkTree.Submodules)
                Log.Information("{Submodule:l}; it is left alone, and no change of this hotfix", submodule.ToString());

            // 'Release' alone may release main; the umbrella without a hotfix must not: its first target says what is missing.
            IReadOnlyDictionary<Stage, string> done = _snapshot.Hotfix is null && Plans(nameof(IHotfix.Hotfix))
                ? new Dictionary<Stage, string>()
                : HotfixPlanner.Done(Request, _snapshot);
            Record.Found(done);
            ShowWayBack(done);
            return _snapshot.OwesDefaultBranch ? done.Where(pair => pair.Key != Stage.Release).ToDictionary() : done;
        }
        catch (Exception e)
        {
            _failedLook = ExceptionDispatchInfo.Capture(e);
            return new Dictionary<Stage, string>();
        }
    }

    // Before work starts; once it is released, the highest release is the one that might have to go.
    private void ShowWayBack(IReadOnlyDictionary<Stage, string> done)
    {
        if (Plans(nameof(IHotfix.Hotfix)) && !done.ContainsKey(Stage.Release) && LastGoodLine.Of(_snapshot!) is { } line)
            Log.Information("{Line:l}", line);
    }

    // Only what the planned targets decide by is looked at: 'CreateHotfixBranch' alone needs no releases.
    private LookScope Scope() => Plans(nameof(IRelease.Release)) ? LookScope.Release
        : Plans(nameof(IOpenPR.OpenPR)) ? LookScope.PullRequest
        : LookScope.Branch;

    private async Task LookAgainAsync()
    {
        _failedLook?.Throw();
        if (!_isFresh)
        {
            _snapshot = await (await LooksAsync(CancellationToken.None)).ReadAsync(LookScope.PullRequest, CancellationToken.None);
        }

        _isFresh = false;
    }

    private async Task<PlanResult> PlanAsync(Stage stage, WaitingRoom waiting, CancellationToken cancellationToken)
    {
        Looks looks = await LooksAsync(cancellationToken);
        bool waits = stage is Stage.Merge or Stage.Release && !_build.DryRun;
        return waits
            ? await waiting.WaitAsync(stage, LookAsync, cancellationToken)
            : (await LookAsync(cancellationToken)).Answer;

        async Task<(PlanResult Answer, Snapshot Snapshot)> LookAsync(CancellationToken cancellationToken)
        {
            _snapshot = await looks.ForStageAsync(stage, _snapshot!, cancellationToken);
            PlanResult answer = HotfixPlanner.Plan(stage, Request, _snapshot);
            if (answer is PlanResult.Waiting { Waits: var waits })
                await Teller.WaitAsync(_snapshot, waits, cancellationToken);

            return (answer, _snapshot);
        }
    }

    /// <summary>Acts on an answer; <c>false</c> when steps were applied and the stage has to be looked at again.</summary>
    private async Task<bool> ActAsync(Stage stage, PlanResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case PlanResult.NothingToDo found:
                Record.Found(stage, found.Evidence);
                break;
            case PlanResult.Refused refused:
                throw await RefusedAsync(stage, refused, cancellationToken);
            case PlanResult.Waiting waiting:
                Stop(waiting.Waits);
                break;
            case PlanResult.Ready ready when _build.DryRun:
                Record.Rehearse(stage, ready);
                MayGoOn = false;
                break;
            case PlanResult.Ready ready:
                return await ApplyAsync(stage, ready, cancellationToken);
        }

        return true;
    }

    // Whether the stage is over.
    private async Task<bool> ApplyAsync(Stage stage, PlanResult.Ready ready, CancellationToken cancellationToken)
    {
        RunRecord.Show(ready);
        Services services = await ServicesAsync(cancellationToken);
        if (stage == Stage.Release)
            await Provenance.RequireAsync(this, cancellationToken);

        var runner = new PlanRunner(services.GitWriter, () => services.GitHubWriter, () => services.Workflows);
        foreach (PlanStep step in ready.Steps)
        {
            using var progress = LongWork.Begin(step.Describe());
            Record.Add(await runner.ApplyAsync(step, cancellationToken));
        }

        if (ready.Steps.All(step => StrategyPlanner.IsPreparation(stage, step)))
        {
            return false;
        }

        if (stage is Stage.Merge or Stage.Release)
        {
            _snapshot = await (await LooksAsync(cancellationToken)).AfterAsync(stage, _snapshot!, cancellationToken);
            return _isFresh = HotfixPlanner.Plan(stage, Request, _snapshot) is PlanResult.NothingToDo;
        }

        if (stage == Stage.Branch && Plans(nameof(IOpenPR.OpenPR)))
        {
            await StopWithoutCommitAsync(cancellationToken);
        }

        return true;
    }

    // A branch without a commit is no hotfix yet: the next move is the engineer's.
    private async Task StopWithoutCommitAsync(CancellationToken cancellationToken)
    {
        _snapshot = await (await LooksAsync(cancellationToken)).ReadAsync(LookScope.PullRequest, cancellationToken);
        _isFresh = true;
        if (HotfixPlanner.Plan(Stage.Test, Request, _snapshot) is PlanResult.Waiting waiting)
        {
            Stop(waiting.Waits);
        }
    }

    // What production has and the base branch has not is written down, whatever ended the run that released it.
    private async Task AfterReleaseAsync(Stage stage, PlanResult result, CancellationToken cancellationToken)
    {
        if (stage == Stage.Release && !_build.DryRun && result is PlanResult.Ready or PlanResult.NothingToDo)
        {
            await DebtOfRelease.EnsureAsync(this, cancellationToken);
        }
    }

    // Where a later target of this run tells more, what was only found, and a pull request that was just opened, wait for it: each telling is a change of the comment.
    private async Task TellAsync(Stage stage, PlanResult result, CancellationToken cancellationToken)
    {
        Teller.Note(_snapshot!);
        bool isStarted = stage == Stage.Branch && Record.Outcomes.Any(outcome => outcome is { Step: PlanStep.CreateBranch, WasFound: false });
        bool isToldLater = MayGoOn && stage switch
        {
            Stage.PullRequest => Plans(nameof(IAwaitMerge.AwaitMerge)),
            Stage.Merge => result is PlanResult.NothingToDo && Plans(nameof(IRelease.Release)),
            Stage.Release => result is PlanResult.NothingToDo && Plans(nameof(IAwaitDeploy.AwaitDeploy)),
            _ => true,
        };
        if (isStarted || !isToldLater && stage is Stage.PullRequest or Stage.Merge or Stage.Release)
            await Teller.TellAsync(_snapshot!, seen => seen with { IsStarted = isStarted, Waits = Record.Waits }, cancellationToken);
    }

    /// <summary>Counts what was applied; whether it was for the first time.</summary>
    private static bool CountProgress(Stage stage, Dictionary<string, int> applied, PlanResult.Ready ready)
    {
        string[] steps = [.. ready.Steps.Select(step => step.Describe())];
        foreach (string step in steps)
            applied[step] = applied.GetValueOrDefault(step) + 1;

        int most = steps.Max(step => applied[step]);
        if (most <= MostRepeats)
            return most == 1;

        throw new HotfixException(
            "HF9001",
            what: $"The stage '{stage}' was applied, and yet is not done.",
            why: $"It was looked at {most} times since, and this was planned each time: {string.Join("; ", steps)}",
            next: "Run './build.sh Status' to see where it stands, and report this as a bug with the output above.");
    }

    private void RequireHotfix(Stage stage)
    {
        if (_snapshot!.Hotfix is null && stage != Stage.Release)
        {
            throw new HotfixException(
                "HF1004",
                what: "Nothing says which hotfix is meant; nothing was changed.",
                why: $"There is no --description, and {(_snapshot.WorkTree.Branch is { } branch ? $"'{branch}'" : "no branch")} is checked out, not {Request.Conventions.Hotfixes}….",
                next: "Describe the problem in a few words: ./build.sh Hotfix --description \"null ref in checkout\"");
        }
    }

    /// <summary>Ends the run for somebody's move: later stages are skipped, the exit code is 75.</summary>
    internal void Stop(IReadOnlyList<Wait> waits)
    {
        MayGoOn = false;
        Record.Waits = waits;
        _build.ExitCode = SomebodysMove;
        foreach (Wait wait in waits)
        {
            Log.Information("waiting: {Wait:l}", wait.ToString());
        }
    }

    private async Task<HotfixException> RefusedAsync(Stage stage, PlanResult.Refused refused, CancellationToken cancellationToken)
    {
        Record.Refusals = refused.Refusals;
        foreach (Refusal refusal in refused.Refusals.Skip(1))
        {
            Log.Error("{Refusal:l}", refusal.ToString());
        }

        if (stage is Stage.Merge or Stage.Release)
        {
            await (await LooksAsync(cancellationToken)).ShowFailuresAsync(stage, _snapshot!, cancellationToken);
            await Teller.TellAsync(_snapshot!, seen => seen with { Refusal = refused.Refusals[0] }, cancellationToken);
        }

        return new HotfixException(refused.Refusals[0]);
    }

    /// <summary>Ends the run after a plan was shown: later targets are skipped.</summary>
    internal void StopRehearsing() => MayGoOn = false;

    /// <summary>The adapters; made at the first call, when the request also takes on what the base has to say.</summary>
    internal async Task<Services> ServicesAsync(CancellationToken cancellationToken)
    {
        if (_services is null)
        {
            Services services = await Services.CreateAsync(RequestFactory.Connection(_build), Request, _build.RootDirectory, cancellationToken);
            if (await BaseSettings.ReadAsync(services.GitReader, Here(), Request, cancellationToken) is { } settings)
            {
                Settings = settings;
                Request = WithEvidence(RequestFactory.Parse(_build, settings));
                services.Remote = settings.Remote;
            }

            services.App = Request.App;
            _services = services;
        }

        return _services;
    }

    private BaseSettings.Place Here()
    {
        string file = Path.Combine(_build.RootDirectory, BaseSettings.File);
        GivenArguments given = InputGuards.OfProcess();
        HashSet<string> variables = [.. InputGuards.ReadVariables().Where(variable => variable.Value.Length > 0).Select(variable => Spelling.Bare(variable.Key))];
        return new BaseSettings.Place(File.Exists(file) ? File.ReadAllText(file) : null, name => given.Last(name) is not null || variables.Contains("NUKE" + Spelling.Bare(name)));
    }

    private async Task<Looks> LooksAsync(CancellationToken cancellationToken)
    {
        Services services = await ServicesAsync(cancellationToken);
        return _looks ??= new Looks(Request, services, Record) { Evidence = Request.Evidence?.Evidence };
    }
}
