using Hotfix.Core.Deploying;
using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Telling;

/// <summary>
/// Keeps the one thread of a hotfix, and announces what its thread does not know to be announced. Nothing here ends a run: a hotfix that could not be
/// talked about is a hotfix all the same.
/// </summary>
/// <remarks>A key is in the thread before its announcement is sent: a run that is killed in between tells once too little rather than twice.</remarks>
internal sealed class Teller(RunContext run) : IAsyncDisposable
{
    private const int Writes = 3;
    private readonly Dictionary<int, ThreadPlace> _places = [];
    private Announcer? _announcer;
    private string _waits = "";
    private ThreadSeen? _last;
    private LaneSituation? _lane;

    private bool Announces => run.Request.Webhooks.Count > 0;

    private Announcer Announcer => _announcer ??= new Announcer(run.Request.Webhooks, TimeProvider.System);

    /// <summary>Keeps what only an early look knows, until there is a thread.</summary>
    public void Note(Snapshot snapshot) => _lane = snapshot.LaneSituation ?? _lane;

    /// <summary>Tells of this look, with whatever happened.</summary>
    public async Task TellAsync(Snapshot snapshot, Func<ThreadSeen, ThreadSeen> withWhatHappened, CancellationToken cancellationToken)
    {
        if (run.Settings.IsRehearsal || snapshot.Hotfix is null)
            return;

        try
        {
            Services services = await run.ServicesAsync(cancellationToken);
            if (services.GitHub is not null)
                await TellAsync(services, withWhatHappened(See(services, snapshot)), cancellationToken);
        }
        catch (HotfixException e)
        {
            Log.Warning("The thread of {Branch:l} could not be kept: {What:l} {Why:l}", snapshot.Hotfix.Name, e.Refusal.What, e.Refusal.Why);
        }
    }

    /// <summary>Tells of a release that this run deployed, verified or left; nothing where it came from no hotfix.</summary>
    public async Task TellAsync(DeployLooked looked, Func<ThreadSeen, ThreadSeen> withWhatHappened, CancellationToken cancellationToken)
    {
        bool isOwn = run.Snapshot is { Hotfix: not null } own && new ThreadSeen(own, "").Tag?.Name == looked.Release.Tag.Name;
        Snapshot? snapshot = isOwn ? run.Snapshot : await FindAsync(looked, cancellationToken);
        if (snapshot is not null)
            await TellAsync(snapshot, withWhatHappened, cancellationToken);
    }

    /// <summary>Does something with a release, and tells what came of it, also where that is a refusal.</summary>
    public async Task TellAsync(DeployLooked looked, Func<Task> work, Func<ThreadSeen, ThreadSeen> whenDone, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (HotfixException e)
        {
            await TellAsync(looked, seen => seen with { Refusal = e.Refusal }, cancellationToken);
            throw;
        }

        await TellAsync(looked, seen => run.MayGoOn ? whenDone(seen) : seen with { Waits = run.Record.Waits }, cancellationToken);
    }

    /// <summary>Tells what is waited for, when a person was not yet told about it, and once for machines.</summary>
    public async Task WaitAsync(Snapshot snapshot, IReadOnlyList<Wait> waits, CancellationToken cancellationToken)
    {
        string now = string.Join('\n', waits.Where(wait => wait.IsPerson).Prepend(new Wait($"{snapshot.PullRequest?.State}", "", IsPerson: false)));
        if (now == _waits)
            return;

        _waits = now;
        await TellAsync(snapshot, seen => seen with { Waits = waits }, cancellationToken);
    }

    /// <summary>
    /// The end of the run: tells that nothing is left where that is so, waits a moment for what is under way, and reports what could not be told.
    /// </summary>
    public async Task FinishAsync(bool isFinished, CancellationToken cancellationToken)
    {
        if (isFinished && _last is { Tag: not null } last)
            await TellAsync(last.Snapshot, seen => seen with { End = ThreadEnd.Finished }, cancellationToken);

        if (_announcer is null)
            return;

        run.Record.Deliveries = await _announcer.FinishAsync(cancellationToken);
        foreach (Delivery failed in run.Record.Deliveries.Where(delivery => delivery.Failure is not null))
            Log.Warning("not announced: {Delivery:l}", failed.ToString());
    }

    public ValueTask DisposeAsync() => _announcer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Snapshot?> FindAsync(DeployLooked looked, CancellationToken cancellationToken)
    {
        if (run.Settings.IsRehearsal)
            return null;

        try
        {
            Services services = await run.ServicesAsync(cancellationToken);
            return services.GitHub is null ? null : await Look(services).FindAsync(looked, cancellationToken);
        }
        catch (HotfixException e)
        {
            Log.Warning("The hotfix of {Release:l} could not be found for its thread: {Why:l}", looked.Release.ToString(), e.Refusal.Why);
            return null;
        }
    }

    private async Task TellAsync(Services services, ThreadSeen seen, CancellationToken cancellationToken)
    {
        seen = await Look(services).CompleteAsync(seen, cancellationToken);
        _last = seen;
        ThreadPlace? place = Place(services, seen, out ThreadPlace? earlier);
        if (place is null)
        {
            Announce(Announces && seen.IsStarted ? ThreadAnnouncements.Of(seen) : []);
            return;
        }

        Marker marker = ThreadText.MarkerOf(seen.Branch);
        string? known = (await place.ReadAsync(marker, cancellationToken))?.Body
            ?? (earlier is null ? null : (await earlier.ReadAsync(marker, cancellationToken))?.Body);
        for (int attempt = 1; attempt <= Writes; attempt++)
        {
            AnnouncementRecord record = AnnouncementRecord.Read(known);
            IReadOnlyList<Announcement> missing = Announces ? record.Missing(ThreadAnnouncements.Of(seen)) : [];
            ThreadLog log = ThreadStory.Remember(seen, ThreadLog.Read(known));
            run.Record.Moments = ThreadStory.Moments(seen, log);
            MarkedComment comment = ThreadText.Comment(ThreadStory.Tell(seen, log), log, missing.Aggregate(record, (all, it) => all.With(it)));
            if (await place.WriteAsync(comment, cancellationToken))
            {
                Announce(missing);
                break;
            }

            known = place.Comment!.Body;
        }

        if (earlier?.Comment is not null)
            await earlier.WriteAsync(MovedOn(marker, seen), cancellationToken);
    }

    // What was told at the incident goes on where the work is.
    private static MarkedComment MovedOn(Marker marker, ThreadSeen seen) =>
        new(
            marker,
            $"say that {seen.Branch} goes on in its pull request",
            $"The hotfix {MarkdownText.Code(seen.Branch.Value)} goes on in #{seen.Snapshot.PullRequest!.Number}."
        );

    // The pull request once there is one; before that, the incident when it is an issue of this repository.
    private ThreadPlace? Place(Services services, ThreadSeen seen, out ThreadPlace? earlier)
    {
        ThreadPlace? incident = seen.IncidentIssue is { } issue ? At(services, issue, isNew: false) : null;
        earlier = seen.Snapshot.PullRequest is null ? null : incident;

        // Nobody has written on a page that this run has just made.
        bool isNew = run.Record.Outcomes.Any(outcome =>
            outcome is { Step: PlanStep.OpenPullRequest open, WasFound: false } && open.Draft.HeadBranch == seen.Branch
        );
        return seen.Snapshot.PullRequest is { } pullRequest ? At(services, pullRequest.Number, isNew) : incident;
    }

    private ThreadPlace At(Services services, int number, bool isNew)
    {
        if (!_places.TryGetValue(number, out ThreadPlace? place))
        {
            place = new ThreadPlace(services.Comments, number, isNew);
            _places[number] = place;
        }

        return place;
    }

    private void Announce(IReadOnlyList<Announcement> announcements)
    {
        foreach (Announcement announcement in announcements)
            Announcer.Post(announcement);
    }

    // What is told of happens now; the look may be as old as the release that production was then waited for.
    private ThreadSeen See(Services services, Snapshot snapshot) =>
        new(snapshot with { LaneSituation = snapshot.LaneSituation ?? _lane, TakenAt = services.Clock.GetUtcNow() }, services.Repository)
        {
            Description = run.Request.Description,
            Incident = PullRequestReport.ReadIncident(snapshot.PullRequest?.Body) ?? run.Request.Incident,
            ProductionEnvironment = run.Request.Production.Environment,
            StagingEnvironment = run.Request.StagingEnvironment,
            Overrides = ThreadOverrides.Of(run.Request, snapshot),
        };

    private static ThreadLook Look(Services services) => new(services.GitReader, services.RequiredGitHub, services.Deployments, services.Issues);
}
