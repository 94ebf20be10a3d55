using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.GitHub;
using Hotfix.Pipeline.Doctoring;
using Hotfix.Pipeline.Lanes;
using Hotfix.Pipeline.Looking;
using Hotfix.Pipeline.PullRequests;
using Hotfix.Pipeline.Releasing;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Stages;

/// <summary>The looks of one run, each as wide as its stage needs.</summary>
internal sealed class Looks(HotfixRequest request, Services services, RunRecord record)
{
    private const int FailureLines = 20;
    private const int LooksAtRelease = 4;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time = services.Clock;
    private PullRequestLook? _pullRequest;
    private ReleaseLook? _release;
    private StartLook? _start;
    private StrategyLook? _strategy;
    private IReadOnlyList<DispatchInputs>? _workflows;
    private CommitSha? _watched;
    private DateTimeOffset _watchedSince;

    /// <summary>What this run's tests proved; goes into every later look.</summary>
    public TestEvidence? Evidence { get; set; }

    /// <summary>At production and the standard base; kept, so that one run asks once.</summary>
    private StartLook Start => _start ??= StartLook.Of(services, request, withVersion: true);

    private bool IsExceptional => StartLook.ChoiceOf(request) == LaneChoice.Exceptional;

    private StrategyLook Strategy =>
        _strategy ??= new StrategyLook(
            services.GitReader,
            services.RequiredGitHub,
            services.Workflows,
            new PullRequestLook(services.RequiredGitHub, request.RequiredChecks, _time)
        );

    private PullRequestLook PullRequest => _pullRequest ??= new PullRequestLook(services.RequiredGitHub, request.RequiredChecks, _time);

    private ReleaseLook Release =>
        _release ??= new ReleaseLook(services.GitReader, services.RequiredGitHub, services.Versions, _time) { Gate = ReleaseGateLook.Of(services) };

    private SigningLook Signing => field ??= new SigningLook(services.GitReader, services.RequiredGitHub, PullRequest);

    private VersionForesight Foresight => field ??= new VersionForesight(services.GitReader, services.Versions);

    public async Task<Snapshot> ReadAsync(LookScope scope, CancellationToken cancellationToken)
    {
        GitHubAreas? github = scope == LookScope.Branch ? services.GitHub : services.RequiredGitHub;
        if (github is null)
            Log.Warning("GitHub was not asked whether a hotfix of this name is finished: {Reason:l}", services.NoGitHub!.Refusal.Why);

        Snapshot snapshot = await new SnapshotReader(services.GitReader, github, _time, github is null && !IsExceptional ? null : Start)
        {
            Heads = services.PullRequestHeads,
            Seen = services.Remote,
        }.ReadAsync(request, cancellationToken);
        services.Remote = null;
        snapshot = snapshot with { Evidence = Evidence, Workflows = await WorkflowsAsync(snapshot.Remote, cancellationToken) };
        if (github is not null && request.Remote is null && snapshot.Hotfix is { Tip: null })
            snapshot = await PullRequest.ReadSettingsAsync(snapshot, cancellationToken);

        return scope == LookScope.Release ? await ReleaseAsync(snapshot, cancellationToken) : snapshot;
    }

    // Once: what is started is decided by the names that the run began with.
    private async Task<IReadOnlyList<DispatchInputs>> WorkflowsAsync(RemoteRefs remote, CancellationToken cancellationToken)
    {
        if (_workflows is not null)
            return _workflows;

        var found = new List<DispatchInputs>();
        foreach (string file in request.Starts.Select(started => started.File).Distinct())
        {
            if (await DispatchLook.FindAsync(services.GitReader, remote, file, cancellationToken) is { } taken)
                found.Add(taken);
        }

        return _workflows = found;
    }

    /// <summary>The part that a stage decides by; called again at every poll.</summary>
    public async Task<Snapshot> ForStageAsync(Stage stage, Snapshot snapshot, CancellationToken cancellationToken)
    {
        switch (stage)
        {
            case Stage.Branch when snapshot is { Fix: not null, Hotfix: { } hotfix } && services.GitHub is not null:
                return await Signing.ReadAsync(await PullRequest.ReadSettingsAsync(snapshot, cancellationToken), hotfix, cancellationToken);
            case Stage.PullRequest:
                snapshot = await PullRequest.ReadSettingsAsync(await WithTemplateAsync(snapshot, cancellationToken), cancellationToken);
                if (
                    snapshot.Hotfix is { } pushed
                    && (pushed.Tip != pushed.RemoteTip || snapshot.PullRequest is not { State: PullRequestState.Open or PullRequestState.Merged })
                )
                {
                    snapshot = await Signing.ReadAsync(snapshot, pushed, cancellationToken);
                }

                return await Foresight.ReadAsync(request, snapshot, cancellationToken);
            case Stage.Merge:
                snapshot = await PullRequest.ReadAsync(snapshot, cancellationToken);
                if (snapshot is { Rules.RequiresSignatures: true, Hotfix: { } merged, PullRequest.State: PullRequestState.Open })
                    snapshot = await Signing.ReadAsync(snapshot, merged, cancellationToken);

                snapshot = await Foresight.ReadAsync(request, snapshot, cancellationToken);
                return Watch(snapshot, snapshot.PullRequest?.HeadSha);
            case Stage.Release:
                snapshot =
                    request.In(snapshot.Lane).Release.Strategy != ReleaseStrategy.Publish ? await OthersReleaseAsync(snapshot, cancellationToken)
                    : snapshot.Release is null ? await Release.ReadAsync(request.In(snapshot.Lane), snapshot, cancellationToken)
                    : snapshot.Release.TagsContaining.Count > 0 ? snapshot
                    : await Release.ReadChecksAsync(snapshot, cancellationToken);
                snapshot = Watch(await PullRequest.ReadRulesAsync(snapshot, cancellationToken), snapshot.Release?.Commit);

                // Its checks have had time since the merge, however many runs looked since.
                return snapshot.PullRequest is { State: PullRequestState.Merged, MergedAt: { } mergedAt }
                    ? snapshot with
                    {
                        WatchingSince = mergedAt,
                    }
                    : snapshot;
            default:
                return snapshot;
        }
    }

    /// <summary>Looks once more after a stage was applied, to prove it and to carry its result on.</summary>
    public async Task<Snapshot> AfterAsync(Stage stage, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (stage == Stage.Merge)
        {
            RemoteRefs after = await services.GitReader.ReadRemoteAsync(request.Remote, cancellationToken);
            return await PullRequest.ReadAsync(
                snapshot with
                {
                    Remote = after,
                    BaseTip = after.Tip(snapshot.BaseBranch) ?? snapshot.BaseTip,
                },
                cancellationToken
            );
        }

        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(request.Remote, cancellationToken);
        snapshot = snapshot with { Remote = remote };
        Snapshot released = await ReleaseAsync(snapshot, cancellationToken);

        // The list of releases lags behind what was just published.
        for (
            int look = 1;
            look < LooksAtRelease
                && request.In(snapshot.Lane).Release.Strategy == ReleaseStrategy.Publish
                && released.Release?.Release is null or { IsDraft: true };
            look++
        )
        {
            await Task.Delay(request.PollInterval < BetweenLooks ? request.PollInterval : BetweenLooks, _time, cancellationToken);
            released = await ReleaseAsync(snapshot, cancellationToken);
        }

        return released;
    }

    /// <summary>This run has changed the pull request without ending its stage: what was read of it before no longer counts.</summary>
    /// <param name="steps">What it did; empty when it only found that something is not as it looked.</param>
    public void Changed(IReadOnlyList<PlanStep> steps)
    {
        PullRequest.Changed();
        if (steps is [PlanStep.Enqueue queued])
            PullRequest.Queued(queued.ExpectedHead);

        foreach (long run in steps is [PlanStep.StartRelease] ? record.StartedRuns() : new HashSet<long>())
            Strategy.Started(run);
    }

    /// <summary>Prints the last lines of what failed, so that nobody has to open a browser first.</summary>
    public async Task ShowFailuresAsync(Stage stage, Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (stage == Stage.Release)
            await ShowFailedRunAsync(snapshot, cancellationToken);

        IReadOnlyList<CheckResult> checks = stage == Stage.Merge ? snapshot.HeadChecks : snapshot.Release?.Checks ?? [];
        foreach (CheckResult failed in CheckAssessment.Failed(snapshot.Rules.RequiredChecks, checks))
        {
            foreach (string line in await services.RequiredGitHub.Failures.ReadAsync(failed, FailureLines, cancellationToken))
                Log.Error("{Check:l} | {Line:l}", failed.Name, line);
        }
    }

    private async Task ShowFailedRunAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (WorkflowJob job in snapshot.Release is { } release ? StrategyPlanner.FailedJobs(release) : [])
        {
            foreach (string line in await services.Workflows.ReadFailureAsync(job, FailureLines, cancellationToken))
                Log.Error("{Job:l} | {Line:l}", job.Name, line);
        }
    }

    private async Task<Snapshot> ReleaseAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        await Strategy.ReadAsync(request.In(snapshot.Lane), await Release.ReadAsync(request.In(snapshot.Lane), snapshot, cancellationToken), cancellationToken);

    // A run that ended between the two reads has set its tag since the first one.
    private Task<Snapshot> OthersReleaseAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        MovingRefs.LookAsync(async () =>
        {
            Snapshot seen = await OthersReleaseOnceAsync(snapshot, cancellationToken);
            return seen.Release is { TagsContaining.Count: 0, Runs: [{ Run.IsOver: true }, ..] } ? await OthersReleaseOnceAsync(seen, cancellationToken) : seen;
        });

    // Somebody else sets the tag: the remote is asked again each time.
    private async Task<Snapshot> OthersReleaseOnceAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        RemoteRefs remote = await services.GitReader.ReadRemoteAsync(request.Remote, cancellationToken);
        bool isNew = snapshot.Release is null || remote.Tags.Count != snapshot.Remote.Tags.Count;
        snapshot = snapshot with { Remote = remote };
        snapshot =
            isNew ? await Release.ReadAsync(request.In(snapshot.Lane), snapshot, cancellationToken)
            : snapshot.Release!.TagsContaining.Count == 0 ? await Release.ReadChecksAsync(snapshot, cancellationToken)
            : snapshot;
        return await Strategy.ReadAsync(request, snapshot, cancellationToken);
    }

    // What a new pull request is to look like here.
    private async Task<Snapshot> WithTemplateAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        if (snapshot.PullRequest is { State: not PullRequestState.Closed })
            return snapshot;

        IReadOnlyList<string> files = await services.GitReader.ListFilesAsync(snapshot.BaseTip, cancellationToken);
        string? template = PullRequestTemplate.Find(files);
        return snapshot with
        {
            Template = template is null ? null : await services.GitReader.ReadFileAsync(snapshot.BaseTip, template, cancellationToken),
            FoundTitle = request.Conventions.Title is null
                ? await new TitleLook(services.GitReader).FindAsync(snapshot.BaseTip, files, cancellationToken)
                : null,
        };
    }

    // The grace of a check that never reports begins when this run first saw the commit.
    private Snapshot Watch(Snapshot snapshot, CommitSha? commit)
    {
        commit ??= snapshot.Release?.Commit;
        if (_watched != commit)
            (_watched, _watchedSince) = (commit, snapshot.TakenAt);

        return snapshot with
        {
            WatchingSince = _watchedSince,
        };
    }
}
