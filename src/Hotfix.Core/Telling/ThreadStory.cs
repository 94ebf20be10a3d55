using System.Globalization;
using Hotfix.Core.Deploying;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Refs;
using Hotfix.Core.Releasing;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Telling;

/// <summary>Makes a thread's facts from what a run saw and what the thread remembers. Pure: the same of both give the same comment.</summary>
internal static class ThreadStory
{
    /// <summary>The log with what this run saw and nobody can look up later.</summary>
    public static ThreadLog Remember(ThreadSeen seen, ThreadLog log) => Entries(seen, log).Aggregate(log, (all, entry) => all.With(entry));

    /// <summary>Everything that the comment says.</summary>
    public static ThreadFacts Tell(ThreadSeen seen, ThreadLog log)
    {
        Snapshot snapshot = seen.Snapshot;
        return new ThreadFacts(seen.Branch, State(seen, log))
        {
            Description = seen.Words,
            Incident = seen.Incident,
            Lane = snapshot.Lane,
            LaneReasons = [.. Of(log, ThreadEntryKind.Lane).Select(entry => entry.What)],
            People = People(snapshot),
            PullRequest = Link(snapshot),
            Stages = [.. Stages(seen, log)],
            Waits = seen.Waits,
            Overrides = [.. Of(log, ThreadEntryKind.Override).Select(entry => new ThreadOverride(entry.What, entry.Reason ?? "none was given", entry.Who))],
            Shas = ShaChain.Of(snapshot),
            Tag = seen.Tag,
            Environments = [.. seen.Deployments.Select(Environment)],
            RollbackCommand = seen.Tag is { } tag && Previous(snapshot, tag) is { } before ? DeployRefusals.RollbackCommand(before) : null,
            Timeline = HotfixTimeline.Of(Moments(seen, log), [], now: null),
        };
    }

    /// <summary>All moments that are known: by the look, by the deployments, and by memory.</summary>
    public static IReadOnlyList<Moment> Moments(ThreadSeen seen, ThreadLog log)
    {
        List<Moment> moments = [.. SnapshotMoments.Of(seen.Snapshot)];
        moments.AddRange(
            seen.Deployments.Where(it =>
                    it.State == DeploymentState.Succeeded && (it.Environment == seen.ProductionEnvironment || it.Environment == seen.StagingEnvironment)
                )
                .Select(it => new Moment(
                    it.Environment == seen.ProductionEnvironment ? MomentKind.Production : MomentKind.Staging,
                    it.Status!.CreatedAt,
                    string.Create(CultureInfo.InvariantCulture, $"deployment {it.Id}"),
                    it.Status.LogUrl is { Length: > 0 } url ? url : null
                ))
        );
        moments.AddRange(
            Of(log, ThreadEntryKind.Moment)
                .Where(entry => Enum.TryParse(entry.What, out MomentKind kind) && moments.TrueForAll(moment => moment.Kind != kind))
                .Select(entry => new Moment(Enum.Parse<MomentKind>(entry.What), entry.At, entry.Reason ?? "this thread"))
        );
        return moments;
    }

    /// <summary>The pull request, to be named and linked; <c>null</c> before there is one.</summary>
    public static PullRequestLink? Link(Snapshot snapshot) => snapshot.PullRequest is { } it ? new PullRequestLink(it.Number, it.Url) : null;

    /// <summary>The release before this one, on a support line that of the same line; <c>null</c> for the first.</summary>
    public static ReleaseTag? Previous(Snapshot snapshot, ReleaseTag tag)
    {
        SupportLine? line = snapshot.Remote.Conventions.Support.LineOf(snapshot.BaseBranch);
        return snapshot
            .Remote.Tags.Select(it => it.Release)
            .OfType<ReleaseTag>()
            .Where(it => !it.Version.IsPrerelease && it.Version.CompareTo(tag.Version) < 0 && line?.Holds(it.Version) != false)
            .MaxBy(it => it.Version);
    }

    private static IEnumerable<ThreadEntry> Entries(ThreadSeen seen, ThreadLog log)
    {
        DateTimeOffset now = seen.Snapshot.TakenAt;
        if (Of(log, ThreadEntryKind.Lane).Count == 0)
        {
            foreach (string reason in seen.Snapshot.LaneSituation?.Lines ?? [])
                yield return new ThreadEntry(now, ThreadEntryKind.Lane, reason);
        }

        if (SnapshotMoments.Of(seen.Snapshot).FirstOrDefault(moment => moment.Kind == MomentKind.FirstCommit) is { } first)
            yield return new ThreadEntry(first.At, ThreadEntryKind.Moment, nameof(MomentKind.FirstCommit)) { Reason = first.Source };

        if (seen.IsVerified)
            yield return new ThreadEntry(now, ThreadEntryKind.Moment, nameof(MomentKind.Verification)) { Reason = "the running system's own answer" };

        foreach (ThreadOverride it in seen.Overrides)
            yield return new ThreadEntry(now, ThreadEntryKind.Override, it.What) { Who = it.Who, Reason = it.Reason };

        if (OnTheWay(seen, log) is { } entry)
            yield return entry;
    }

    private static ThreadEntry? OnTheWay(ThreadSeen seen, ThreadLog log)
    {
        DateTimeOffset now = seen.Snapshot.TakenAt;
        if (seen.Refusal is { } refusal)
            return new ThreadEntry(now, ThreadEntryKind.Failure, $"{refusal.Code}: {refusal.What}") { Reason = refusal.Why };

        if (seen.End is ThreadEnd.WentBack)
            return new ThreadEntry(now, ThreadEntryKind.Failure, $"{seen.ProductionEnvironment} went back to {seen.WentBackTo}") { Reason = seen.EndReason };

        if (seen.Waits.FirstOrDefault(wait => wait.IsPerson) is { } person)
            return new ThreadEntry(now, ThreadEntryKind.Wait, person.What) { Who = person.Who };

        ThreadEntry? last = log.Entries.LastOrDefault(entry => entry.Kind is ThreadEntryKind.Wait or ThreadEntryKind.Failure or ThreadEntryKind.Retry);
        return last is { Kind: ThreadEntryKind.Failure } && seen.End is null && seen.Waits.Count == 0
            ? new ThreadEntry(now, ThreadEntryKind.Retry, last.What)
            : null;
    }

    private static string State(ThreadSeen seen, ThreadLog log) =>
        seen switch
        {
            { End: ThreadEnd.GivenUp } => $"given up{(seen.EndReason is { } reason ? $": {reason}" : "")}",
            { End: ThreadEnd.WentBack } => $"{seen.ProductionEnvironment} went back to {seen.WentBackTo}{(seen.EndReason is { } reason ? $": {reason}" : "")}",
            { Refusal: { } refusal } => $"stopped: {refusal.What} ({refusal.Code})",
            { Waits: [var wait, ..] } => $"waits: {wait}",
            { Tag: not null } => Released(seen, log),
            { Snapshot.PullRequest.State: PullRequestState.Merged } => "merged; the release comes next",
            { Snapshot.PullRequest.State: PullRequestState.Closed } => "the pull request was closed without being merged",
            { Snapshot.PullRequest: not null } => "the pull request is open",
            _ => "the branch is there; the fix comes next",
        };

    private static string Released(ThreadSeen seen, ThreadLog log) =>
        seen.Running(seen.ProductionEnvironment) is null ? $"{seen.Tag} is released"
        : Of(log, ThreadEntryKind.Moment).Any(entry => entry.What == nameof(MomentKind.Verification))
            ? $"{seen.ProductionEnvironment} runs {seen.Tag}, and was seen to"
        : $"{seen.ProductionEnvironment} runs {seen.Tag}";

    private static IEnumerable<ThreadStage> Stages(ThreadSeen seen, ThreadLog log)
    {
        Snapshot snapshot = seen.Snapshot;
        PullRequest? pullRequest = snapshot.PullRequest;
        bool isMerged = pullRequest is { State: PullRequestState.Merged };
        yield return new ThreadStage("CreateHotfixBranch", IsDone: true, $"{seen.Branch}, into {snapshot.BaseBranch}");
        yield return new ThreadStage(
            "Test",
            pullRequest is not null,
            (snapshot.Evidence ?? PullRequestReport.ReadEvidence(pullRequest?.Body))?.Describe() ?? "on the branch's tip"
        );
        yield return new ThreadStage(
            "OpenPR",
            pullRequest is not null,
            pullRequest is null
                ? "comes once there is a fix"
                : string.Create(CultureInfo.InvariantCulture, $"#{pullRequest.Number} at {pullRequest.HeadSha.Short}")
        );
        yield return new ThreadStage(
            "AwaitMerge",
            isMerged,
            isMerged ? $"merged as {pullRequest!.MergeCommitSha?.Short}" : "checks, reviews, and the merge of that very head"
        );
        yield return new ThreadStage("Release", seen.Tag is not null, seen.Tag?.Name ?? "the checks of the merge commit, the tag, the release");
        if (snapshot.Lane == Lane.Exceptional)
            yield return Deployed(seen, seen.StagingEnvironment);

        yield return Deployed(seen, seen.ProductionEnvironment);
        if (Of(log, ThreadEntryKind.Moment).FirstOrDefault(entry => entry.What == nameof(MomentKind.Verification)) is { } verified)
            yield return new ThreadStage("Verify", IsDone: true, TimelineText.Instant(verified.At));

        if (snapshot.OwesDefaultBranch)
        {
            yield return new ThreadStage(
                "ForwardPort",
                seen.Debt is { IsOpen: false },
                seen.Debt is { } debt
                    ? string.Create(CultureInfo.InvariantCulture, $"#{debt.Number} {debt.Title}")
                    : "the fix is carried to the default branch after the release"
            );
        }
    }

    private static ThreadStage Deployed(ThreadSeen seen, string environment) =>
        new(
            $"Deploy to {environment}",
            seen.Running(environment) is not null,
            seen.Deployments.FirstOrDefault(it => it.Environment == environment) is { } it ? Words(it) : "nothing is deployed yet"
        );

    private static ThreadEnvironment Environment(Deployment it) =>
        new(it.Environment, Words(it), it.Status is { LogUrl.Length: > 0 } status ? status.LogUrl : null);

    private static string Words(Deployment it) =>
        string.Create(CultureInfo.InvariantCulture, $"deployment {it.Id} of {it.Sha.Short}: {it.Status?.Detail.Replace('_', ' ') ?? "asked for"}");

    private static IReadOnlyList<string> People(Snapshot snapshot) =>
        snapshot.PullRequest is not { } pullRequest
            ? []
            :
            [
                .. snapshot
                    .Reviews.Select(review => review.Author)
                    .Prepend(pullRequest.Author)
                    .Where(name => name.Length > 0)
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];

    private static IReadOnlyList<ThreadEntry> Of(ThreadLog log, ThreadEntryKind kind) => [.. log.Entries.Where(entry => entry.Kind == kind)];
}
