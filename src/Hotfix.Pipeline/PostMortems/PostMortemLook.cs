using Hotfix.Core.Conventions;
using Hotfix.Core.Errors;
using Hotfix.Core.Execution;
using Hotfix.Core.Lanes;
using Hotfix.Core.PostMortems;
using Hotfix.Core.PullRequests;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Telling;
using Hotfix.Core.Text;
using Hotfix.Core.Timeline;
using Hotfix.Pipeline.Branching;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>Looks up everything that is known about one hotfix that is out. What cannot be read is said, and the rest goes on. Changes nothing.</summary>
/// <param name="ports">Where it is looked up.</param>
/// <param name="request">The hotfix as it was asked for.</param>
/// <param name="asked">The post-mortem as it was asked for.</param>
/// <param name="time">The clock.</param>
internal sealed class PostMortemLook(PostMortemPorts ports, HotfixRequest request, PostMortemRequest asked, TimeProvider time)
{
    private readonly List<string> _gaps = [];

    /// <summary>One look.</summary>
    /// <param name="hotfix">The hotfix.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PostMortemFacts> ReadAsync(ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        _gaps.Clear();
        PullRequest pullRequest = hotfix.PullRequest;
        string? incident = PullRequestReport.ReadIncident(pullRequest.Body) ?? request.Incident;
        FixRange? range = await AskAsync("the commits of the fix", null, () => RangeAsync(hotfix, cancellationToken));
        Snapshot snapshot = await SnapshotAsync(hotfix, range, cancellationToken);
        IReadOnlyList<ThreadEntry> log = await AskAsync("the hotfix's thread", [], () => LogAsync(pullRequest, cancellationToken));
        (string forwardPort, Moment? carried) = await AskAsync("the forward-port", ("It could not be looked up.", null), () =>
            ForwardPortAsync(hotfix, cancellationToken)
        );
        Moment?[] moments =
        [
            .. SnapshotMoments.Of(snapshot),
            .. Remembered(snapshot, log),
            await AskAsync("the incident", null, () => IncidentAsync(hotfix, incident, cancellationToken)),
            await DeploymentAsync(hotfix, asked.StagingEnvironment, MomentKind.Staging, cancellationToken),
            await DeploymentAsync(hotfix, request.Production.Environment, MomentKind.Production, cancellationToken),
            carried,
        ];
        (IReadOnlyList<CauseCandidate> candidates, IReadOnlyList<string> unknown) = range is null
            ? ([], [])
            : await new CandidateLook(ports.Blame, ports.GitHub).ReadAsync(hotfix, range, cancellationToken);
        return new PostMortemFacts(hotfix, Description(pullRequest), HotfixTimeline.Of(moments.OfType<Moment>(), Checks(snapshot), now: null))
        {
            Incident = incident,
            Approvers =
            [
                .. snapshot.Reviews.Where(review => review is { Decision: ReviewDecision.Approved, CanWrite: true }).Select(review => review.Author).Distinct(),
            ],
            ReleaseUrl = snapshot.Release?.Release?.Url,
            Changes = range?.Changes ?? [],
            Size = range is null ? null : request.Budget.Measure(range.Changes, snapshot.Remote.Product),
            Candidates = candidates,
            UnknownCandidates = unknown,
            Log = log,
            OverBudgetReason = PullRequestReport.ReadReason(pullRequest.Body),
            ForwardPort = forwardPort,
            Gaps = [.. _gaps],
        };
    }

    private string Description(PullRequest pullRequest) => request.Description ?? TitlePattern.WordsOf(pullRequest.Title);

    /// <summary>The fix as its pull request had it, also when it was squashed or its branch is gone.</summary>
    private async Task<FixRange?> RangeAsync(ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        PullRequest pullRequest = hotfix.PullRequest;
        CommitSha head = pullRequest.HeadSha;
        BranchName[] branches = hotfix.Remote.Tip(pullRequest.BaseBranch) is null ? [] : [pullRequest.BaseBranch];
        await ports.Git.FetchAsync(hotfix.Remote, branches, [.. hotfix.Remote.Tags.Where(tag => tag.Name == hotfix.Tag.Name)], cancellationToken);
        bool isThere = await ports.Heads.FetchAsync(hotfix.Remote, pullRequest.Number, head, cancellationToken);
        if (!isThere || pullRequest.MergeCommitSha is not { } merge || await ports.Git.ReadTreeAsync(merge, cancellationToken) is null)
            return NoRange("neither this clone nor the remote has them any more");

        // The base branch right before the merge; after a merge by hand without a merge commit nothing tells it.
        if (
            await ports.Git.ListCommitsAsync(head, merge, 1, cancellationToken) is not [{ Parents: [var into, ..] }]
            || await ports.Git.FindMergeBaseAsync(into, head, cancellationToken) is not { } before
            || before == head
        )
        {
            return NoRange("where they left the base branch is not in this clone's history");
        }

        return new FixRange(
            before,
            head,
            await ports.Git.ListCommitsAsync(before, head, 500, cancellationToken),
            await ports.Git.DiffAsync(before, head, cancellationToken)
        );
    }

    private FixRange? NoRange(string why)
    {
        _gaps.Add($"the commits of the fix: {why}");
        return null;
    }

    private async Task<Snapshot> SnapshotAsync(ReleasedHotfix hotfix, FixRange? range, CancellationToken cancellationToken)
    {
        PullRequest pullRequest = hotfix.PullRequest;
        PublishedRelease? release = await AskAsync("the release", null, () => ports.GitHub.Releases.FindAsync(hotfix.Tag, cancellationToken));
        RemoteTag? tag = hotfix.Remote.Tag(hotfix.Tag.Name);
        DateTimeOffset? taggedAt =
            release is not null || tag is null ? null : await AskAsync("the release's tag", null, () => ports.Git.ReadTagDateAsync(tag, cancellationToken));
        return new Snapshot
        {
            TakenAt = time.GetUtcNow(),
            WorkTree = new WorkTree("", null, null, [], [], null, IsShallow: false),
            Remote = hotfix.Remote,
            BaseBranch = pullRequest.BaseBranch,
            BaseTip = hotfix.Commit,
            Hotfix = new HotfixBranch { Name = pullRequest.HeadBranch, Commits = range?.Commits ?? [] },
            PullRequest = pullRequest,
            Reviews = await AskAsync("the reviews", [], () => ports.GitHub.Reviews.ListAsync(pullRequest.Number, cancellationToken)),
            HeadChecks = await AskAsync("the checks", [], () => ports.GitHub.Checks.ListAsync(pullRequest.HeadSha, cancellationToken)),
            Release = new ReleaseSnapshot
            {
                Commit = hotfix.Commit,
                TagsContaining = tag is null ? [] : [tag],
                Release = release,
                TaggedAt = taggedAt,
            },
        };
    }

    private async Task<IReadOnlyList<ThreadEntry>> LogAsync(PullRequest pullRequest, CancellationToken cancellationToken)
    {
        IssueComment? thread = await ports.Comments.FindAsync(pullRequest.Number, ThreadText.MarkerOf(pullRequest.HeadBranch), cancellationToken);
        return ThreadLog.Read(thread?.Body).Entries;
    }

    // The verification, and the first commit where its branch cannot be asked any more.
    private static IEnumerable<Moment> Remembered(Snapshot snapshot, IReadOnlyList<ThreadEntry> log) =>
        log.Where(entry => entry.Kind == ThreadEntryKind.Moment)
            .Select(entry =>
                Enum.TryParse(entry.What, out MomentKind kind) ? new Moment(kind, entry.At, "the hotfix's thread", snapshot.PullRequest!.Url) : null
            )
            .OfType<Moment>()
            .Where(moment => moment.Kind == MomentKind.Verification || (moment.Kind == MomentKind.FirstCommit && snapshot.Hotfix!.Commits.Count == 0));

    private async Task<Moment?> IncidentAsync(ReleasedHotfix hotfix, string? incident, CancellationToken cancellationToken)
    {
        if (asked.IncidentStart is { } start)
            return new Moment(MomentKind.Incident, start, "--incident-start");

        string pages = $"{hotfix.Web}/issues/";
        string digits =
            incident is null ? ""
            : incident.StartsWith('#') ? incident[1..]
            : incident.StartsWith(pages, StringComparison.OrdinalIgnoreCase) ? incident[pages.Length..]
            : "";
        return
            digits.Length is > 0 and < 10
            && digits.All(char.IsAsciiDigit)
            && await ports.Issues.FindAsync(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), cancellationToken) is { } issue
            ? new Moment(MomentKind.Incident, issue.CreatedAt, $"issue #{issue.Number}, opened then", issue.Url)
            : null;
    }

    private Task<Moment?> DeploymentAsync(ReleasedHotfix hotfix, string environment, MomentKind kind, CancellationToken cancellationToken) =>
        AskAsync<Moment?>($"the deployments to {environment}", null, async () =>
        {
            IReadOnlyList<Deployment> deployments = await ports.Deployments.ListAsync(environment, hotfix.Commit, limit: 10, cancellationToken);
            foreach (
                Deployment deployment in deployments.Reverse().Where(deployment => deployment.State is DeploymentState.Succeeded or DeploymentState.Inactive)
            )
            {
                IReadOnlyList<DeploymentStatus> statuses = await ports.Deployments.ListStatusesAsync(deployment.Id, cancellationToken);
                if (statuses.FirstOrDefault(status => status.State == DeploymentState.Succeeded) is { } success)
                    return new Moment(kind, success.CreatedAt, $"deployment to {environment}", success.LogUrl.Length > 0 ? success.LogUrl : null);
            }

            return null;
        });

    private async Task<(string Text, Moment? Carried)> ForwardPortAsync(ReleasedHotfix hotfix, CancellationToken cancellationToken)
    {
        if (hotfix.Lane == Lane.Standard)
            return ($"Not needed: it was released from {MarkdownText.Code(hotfix.PullRequest.BaseBranch.Value)}, which has it.", null);

        Issue? debt = await ports.Issues.FindAsync(new Debt(hotfix.Tag).Marker, Debt.Label, cancellationToken);
        if (debt is null)
            return (OwnCommand.ForAll("No issue stands for it. `./build.sh ForwardPort` shows what is owed."), null);

        string link = MarkdownLink.Of($"#{debt.Number}", debt.Url);
        if (debt.IsOpen)
            return ($"Still owed: {link}, by {MarkdownText.Escape(DebtIssue.Terms(debt, time.GetUtcNow()))}.", null);

        bool isDropped = await ports.Comments.FindAsync(debt.Number, DebtRecord.Decision, cancellationToken) is not null;
        return isDropped
            ? ($"Decided not to be needed: {link} has the reason.", null)
            : ($"Done: {link} is closed.", debt.ClosedAt is { } closed ? new Moment(MomentKind.ForwardPort, closed, $"issue #{debt.Number}", debt.Url) : null);
    }

    // GitHub sends the year 1 for a check that never began.
    private static IEnumerable<Period> Checks(Snapshot snapshot) =>
        snapshot
            .HeadChecks.Where(check => check is { StartedAt.Year: > 2000, CompletedAt: not null })
            .Select(check => new Period(check.StartedAt!.Value, check.CompletedAt!.Value));

    private async Task<T> AskAsync<T>(string what, T otherwise, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (HotfixException e)
        {
            _gaps.Add($"{what}: {e.Refusal.What}");
            return otherwise;
        }
    }
}
