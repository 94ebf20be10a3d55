using Hotfix.Core.Plans;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;

namespace Hotfix.GitHub;

/// <summary>Changes one repository over a connection, one change at a time; a table of contents of the API areas.</summary>
public sealed class GitHubWriter
{
    private readonly AutoMerging _autoMerging;
    private readonly BranchUpdating _updating;
    private readonly Comments _comments;
    private readonly MergeQueue _queue;
    private readonly PullRequestClosing _closing;
    private readonly PullRequestExtras _extras;
    private readonly PullRequestMerging _merging;
    private readonly PullRequestOpening _opening;
    private readonly PullRequestText _text;
    private readonly ReleaseAssets _assets;
    private readonly ReleaseDrafting _drafting;
    private readonly ReleasePublishing _publishing;

    /// <summary>The connection stays the caller's.</summary>
    public GitHubWriter(GitHubConnection connection)
    {
        var api = new GitHubApi(connection);
        _autoMerging = new AutoMerging(api);
        _updating = new BranchUpdating(api);
        _comments = new Comments(connection);
        _queue = new MergeQueue(api);
        _closing = new PullRequestClosing(connection);
        _extras = new PullRequestExtras(api);
        _merging = new PullRequestMerging(api);
        _opening = new PullRequestOpening(api);
        _text = new PullRequestText(api);
        _assets = new ReleaseAssets(api);
        _drafting = new ReleaseDrafting(api);
        _publishing = new ReleasePublishing(api, () => _drafting.Created);
    }

    /// <summary>REST: <c>POST …/pulls</c>, then labels and reviewers. One that is open already is found, not opened again.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.OpenPullRequest step, CancellationToken cancellationToken) => _opening.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c>.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.UpdatePullRequestBody step, CancellationToken cancellationToken) => _text.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c> with the state, after a comment; nothing is merged.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.ClosePullRequest step, CancellationToken cancellationToken) => _closing.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>POST …/issues/{number}/labels</c>.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.AddLabels step, CancellationToken cancellationToken) => _extras.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>POST …/pulls/{number}/requested_reviewers</c>.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.RequestReviewers step, CancellationToken cancellationToken) => _extras.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>PUT …/pulls/{number}/merge</c> with the expected head.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken) => _merging.ApplyAsync(step, cancellationToken);

    /// <summary>
    /// REST: <c>PUT …/pulls/{number}/update-branch</c> with the expected head, then waits for the new head. The evidence is its full sha; its checks
    /// and reviews begin anew.
    /// </summary>
    public Task<Outcome> ApplyAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken) => _updating.ApplyAsync(step, cancellationToken);

    /// <summary>GraphQL: <c>enablePullRequestAutoMerge</c> with the expected head. GitHub keeps it armed for later pushes too.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken) => _autoMerging.ApplyAsync(step, cancellationToken);

    /// <summary>GraphQL: <c>enqueuePullRequest</c> with the expected head. The evidence names the position.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.Enqueue step, CancellationToken cancellationToken) => _queue.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>POST …/releases</c> with <c>draft: true</c>, no target commit: the tag exists.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken) => _drafting.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>POST …/releases/{id}/assets</c>.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.UploadAsset step, CancellationToken cancellationToken) => _assets.ApplyAsync(step, cancellationToken);

    /// <summary>Verifies the assets, then REST: <c>PATCH …/releases/{id}</c> with <c>draft: false</c> and <c>make_latest</c>, then reads both back.</summary>
    public Task<Outcome> ApplyAsync(PlanStep.PublishRelease step, CancellationToken cancellationToken) => _publishing.ApplyAsync(step, cancellationToken);

    /// <summary>REST: <c>POST …/issues/{number}/comments</c>, or <c>PATCH …/issues/comments/{id}</c> of the one with the same mark.</summary>
    public async Task<Outcome> ApplyAsync(PlanStep.WriteComment step, CancellationToken cancellationToken) =>
        new(step, (await _comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken)).Url);
}
