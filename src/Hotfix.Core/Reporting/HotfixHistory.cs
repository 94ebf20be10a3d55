using System.Globalization;
using Hotfix.Core.Deploying;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Timeline;

namespace Hotfix.Core.Reporting;

/// <summary>
/// All hotfixes of a repository, put together from what GitHub and git know. A hotfix is a merged pull request whose head branch begins with
/// <c>hotfix/</c>, whatever its labels are.
/// </summary>
internal sealed class HotfixHistory
{
    private readonly HistoryFacts _facts;
    private readonly (DatedTag Tag, DateTimeOffset At, string? Url)[] _releases;
    private readonly IReadOnlyDictionary<CommitSha, int> _firstRelease;
    private readonly IReadOnlyDictionary<CommitSha, int> _firstProduction;
    private readonly DeployedCommit[] _staging;
    private readonly IReadOnlyDictionary<CommitSha, int> _firstStaging;
    private readonly Dictionary<string, Issue> _debts;
    private readonly Dictionary<string, PostMortemRecord> _postMortems;

    private HotfixHistory(HistoryFacts facts)
    {
        _facts = facts;
        _releases = [.. Releases(facts).OrderBy(release => release.At).ThenBy(release => release.Tag.Tag.Version)];
        Production =
            facts.Production.Count > 0
                ? ProductionHistory.Of(facts.Production)
                : ProductionHistory.Of([.. _releases.Select(release => new DeployedCommit(release.Tag.Commit, release.At, $"release {release.Tag.Tag}"))]);
        IsByReleases = facts.Production.Count == 0;
        _staging = [.. ProductionHistory.Of(facts.Staging).Deployments];
        _firstRelease = facts.Git.Ancestry.FirstOf([.. _releases.Select(release => release.Tag.Commit)]);
        _firstProduction = facts.Git.Ancestry.FirstOf([.. Production.Deployments.Select(deployment => deployment.Sha)]);
        _firstStaging = facts.Git.Ancestry.FirstOf([.. _staging.Select(deployment => deployment.Sha)]);
        _debts = ByTag(facts.Debts, issue => DebtIssue.Read(issue)?.Tag.Name, issue => issue);
        _postMortems = ByTag(facts.PostMortems, issue => PostMortemRecord.Read(issue)?.Tag, issue => PostMortemRecord.Read(issue)!);
        Hotfixes = [.. facts.Hotfixes.OrderByDescending(hotfix => hotfix.MergedAt).ThenByDescending(hotfix => hotfix.Number).Select(Report)];
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReportedHotfix> Hotfixes { get; }

    /// <summary>What production ran, one after the other.</summary>
    public ProductionHistory Production { get; }

    /// <summary>Whether no deployment to production is known, so that each published release counts as one.</summary>
    public bool IsByReleases { get; }

    /// <summary>The history that these facts tell.</summary>
    public static HotfixHistory Of(HistoryFacts facts) => new(facts);

    // A release is dated by its page; a tag without one by itself; a bare tag says nothing, and its commit is no time of a release.
    private static IEnumerable<(DatedTag Tag, DateTimeOffset At, string? Url)> Releases(HistoryFacts facts)
    {
        Dictionary<string, PublishedPage> pages = facts.Pages.DistinctBy(page => page.TagName).ToDictionary(page => page.TagName, StringComparer.Ordinal);
        foreach (DatedTag tag in facts.Git.Tags)
        {
            PublishedPage? page = pages.GetValueOrDefault(tag.Tag.Name);
            if ((page?.PublishedAt ?? tag.At) is { } at)
                yield return (tag, at, page?.Url);
        }
    }

    private ReportedHotfix Report(MergedHotfix hotfix)
    {
        (DatedTag Tag, DateTimeOffset At, string? Url)? release = Position(_firstRelease, hotfix) is { } at ? _releases[at] : null;
        DeployedCommit? deployment = Position(_firstProduction, hotfix) is { } deployed ? Production.Deployments[deployed] : null;

        // A release of a line may have more than one fix in it: the tag's word is asked where it is the fix's own.
        bool isExceptional =
            _facts.Conventions.Support.LineOf(hotfix.Base) is not null
            || (release is { } its && its.Tag.Commit == hotfix.MergeCommit && TagLane.Read(its.Tag.Message) == Lane.Exceptional);
        Lane lane = isExceptional ? Lane.Exceptional : Lane.Standard;
        ReleaseTag? tag = release?.Tag.Tag;
        Issue? debt = tag is null ? null : _debts.GetValueOrDefault(tag.Name);
        ThreadLog log = ThreadLog.Read(hotfix.Thread);
        return new ReportedHotfix(
            hotfix.Branch,
            new PullRequestLink(hotfix.Number, hotfix.Url),
            HotfixTimeline.Of([.. Moments(hotfix, log), .. After(hotfix, release, deployment, debt)], hotfix.Checks, now: null)
        )
        {
            Title = hotfix.Title,
            Author = hotfix.Author,
            Lane = lane,
            Size = hotfix.Size,
            MergedAt = hotfix.MergedAt,
            Tag = tag,
            Deployment = deployment,
            Overrides = hotfix.Thread is null
                ? null
                : [.. log.Entries.Where(entry => entry.Kind == ThreadEntryKind.Override).Select(entry => new SetAside(entry.What, entry.Reason ?? ""))],
            ForwardPort =
                lane == Lane.Standard ? CarriedOver.NotNeeded
                : debt is null ? CarriedOver.Unknown
                : debt.IsOpen ? CarriedOver.Open
                : CarriedOver.Done,
            PostMortem =
                tag is null || !_postMortems.TryGetValue(tag.Name, out PostMortemRecord? record) ? PostMortemProgress.None
                : record.IsDone ? PostMortemProgress.Done
                : PostMortemProgress.Open,
            HasChecks = hotfix.Checks.Count > 0,
        };
    }

    private static IEnumerable<Moment> Moments(MergedHotfix hotfix, ThreadLog log)
    {
        string source = string.Create(CultureInfo.InvariantCulture, $"pull request #{hotfix.Number}");

        // A branch that was rewritten forgets when work began; the thread remembers, and of the begin and the proof in production it alone knows.
        DateTimeOffset? remembered(MomentKind kind) =>
            log.Entries.FirstOrDefault(entry => entry.Kind == ThreadEntryKind.Moment && entry.What == kind.ToString())?.At;
        if (new[] { remembered(MomentKind.FirstCommit), hotfix.FirstCommitAt }.Min() is { } commit)
            yield return new Moment(MomentKind.FirstCommit, commit, source, hotfix.Url);

        foreach (MomentKind kind in new[] { MomentKind.Incident, MomentKind.Verification })
        {
            if (remembered(kind) is { } at)
                yield return new Moment(kind, at, $"the thread of {source}", hotfix.Url);
        }

        yield return new Moment(MomentKind.PullRequest, hotfix.OpenedAt, source, hotfix.Url);
        if (hotfix.Reviews.Count > 0)
            yield return new Moment(MomentKind.FirstReview, hotfix.Reviews.Min(review => review.SubmittedAt), source, hotfix.Url);

        foreach (Review approval in hotfix.Reviews.Where(review => review is { Decision: ReviewDecision.Approved, CanWrite: true }))
            yield return new Moment(MomentKind.Approval, approval.SubmittedAt, $"approval by {approval.Author}", hotfix.Url);

        yield return new Moment(MomentKind.Merge, hotfix.MergedAt, source, hotfix.Url);
    }

    private IEnumerable<Moment> After(MergedHotfix hotfix, (DatedTag Tag, DateTimeOffset At, string? Url)? release, DeployedCommit? deployment, Issue? debt)
    {
        if (release is { } published)
            yield return new Moment(MomentKind.Release, published.At, $"release {published.Tag.Tag}", published.Url);

        if (Position(_firstStaging, hotfix) is { } staged)
            yield return new Moment(MomentKind.Staging, _staging[staged].At, _staging[staged].Source);

        if (deployment is not null)
            yield return new Moment(MomentKind.Production, deployment.At, deployment.Source);

        if (debt is { ClosedAt: { } carried })
            yield return new Moment(MomentKind.ForwardPort, carried, $"issue #{debt.Number}", debt.Url);
    }

    private static int? Position(IReadOnlyDictionary<CommitSha, int> positions, MergedHotfix hotfix) =>
        hotfix.MergeCommit is { } commit && positions.TryGetValue(commit, out int at) ? at : null;

    private static Dictionary<string, T> ByTag<T>(IEnumerable<Issue> issues, Func<Issue, string?> tagOf, Func<Issue, T> read) =>
        issues
            .Select(issue => (Tag: tagOf(issue), Issue: issue))
            .Where(pair => pair.Tag is not null)
            .OrderByDescending(pair => pair.Issue.Number)
            .DistinctBy(pair => pair.Tag, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.Tag!, pair => read(pair.Issue), StringComparer.OrdinalIgnoreCase);
}
