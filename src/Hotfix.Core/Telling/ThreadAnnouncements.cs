using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Telling;

/// <summary>What there is to announce of a hotfix as it was seen, told already or not: the record in its thread knows.</summary>
internal static class ThreadAnnouncements
{
    /// <summary>In the order in which it happened.</summary>
    public static IReadOnlyList<Announcement> Of(ThreadSeen seen) => [.. OfPullRequest(seen), .. OfRelease(seen), .. OfRun(seen)];

    private static IEnumerable<Announcement> OfPullRequest(ThreadSeen seen)
    {
        if (seen.IsStarted)
        {
            yield return New(seen, AnnouncementEvent.Started, seen.Snapshot.TakenAt) with
            {
                Reason = seen.Snapshot.LaneSituation?.Note is { Length: > 0 } note ? note : null,
            };
        }

        if (seen.Snapshot.PullRequest is not { } pullRequest)
            yield break;

        yield return New(seen, AnnouncementEvent.PullRequestOpened, pullRequest.CreatedAt);
        if (pullRequest is { State: PullRequestState.Merged, MergedAt: { } merged })
        {
            yield return New(seen, AnnouncementEvent.Merged, merged) with
            {
                Sha = pullRequest.MergeCommitSha,
            };
        }
    }

    private static IEnumerable<Announcement> OfRelease(ThreadSeen seen)
    {
        if (seen.Tag is { } tag)
        {
            PublishedRelease? release = Published(seen.Snapshot.Release?.Release, tag);
            yield return New(seen, AnnouncementEvent.Released, release?.PublishedAt ?? seen.Snapshot.TakenAt) with
            {
                Sha = seen.Snapshot.Release?.Commit,
                Url = release?.Url,
            };
        }

        foreach (Deployment it in seen.Deployments.Where(it => it.State == DeploymentState.Succeeded))
        {
            AnnouncementEvent what = it.Environment == seen.ProductionEnvironment ? AnnouncementEvent.Deployed : AnnouncementEvent.Staged;
            yield return New(seen, what, it.Status!.CreatedAt) with
            {
                Environment = it.Environment,
                Sha = it.Sha,
                Occurrence = it.Id.ToString(CultureInfo.InvariantCulture),
                Url = it.Status.LogUrl is { Length: > 0 } url ? url : null,
            };
        }
    }

    private static PublishedRelease? Published(PublishedRelease? release, ReleaseTag tag) =>
        release?.IsDraft == false && release.TagName == tag.Name ? release : null;

    private static IEnumerable<Announcement> OfRun(ThreadSeen seen)
    {
        DateTimeOffset now = seen.Snapshot.TakenAt;
        // Before there is a pull request it is the move of whoever started it, and was told so.
        bool isOut = seen.Snapshot.PullRequest is not null;
        if (isOut && seen.Refusal is { } refusal)
        {
            yield return New(seen, AnnouncementEvent.Blocked, now) with
            {
                Reason = $"{refusal.Code}: {refusal.What}",
            };
        }
        else if (isOut && seen.Waits.FirstOrDefault(wait => wait.IsPerson) is { } wait)
        {
            yield return New(seen, AnnouncementEvent.Blocked, now) with
            {
                Reason = wait.What,
                Who = wait.Who,
            };
        }

        switch (seen.End)
        {
            case ThreadEnd.Finished:
                yield return New(seen, AnnouncementEvent.Finished, now);
                break;
            case ThreadEnd.GivenUp:
                yield return New(seen, AnnouncementEvent.Abandoned, now) with
                {
                    Reason = seen.EndReason,
                };
                break;
            case ThreadEnd.WentBack:
                yield return New(seen, AnnouncementEvent.RolledBack, now) with
                {
                    Tag = seen.WentBackTo,
                    Environment = seen.ProductionEnvironment,
                    Reason = seen.EndReason,
                    Occurrence = seen.Occurrence,
                };
                break;
        }
    }

    private static Announcement New(ThreadSeen seen, AnnouncementEvent what, DateTimeOffset at) =>
        new(what, seen.Repository, seen.Branch, at)
        {
            Description = seen.Words,
            Lane = seen.Snapshot.Lane,
            PullRequest = ThreadStory.Link(seen.Snapshot),
            Tag = seen.Tag,
        };
}
