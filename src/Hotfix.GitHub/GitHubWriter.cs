using Hotfix.Core.Execution;
using Hotfix.Core.Plans;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;
using Hotfix.GitHub.PullRequests;
using Hotfix.GitHub.Releases;

namespace Hotfix.GitHub;

/// <summary>Changes one repository over a connection, one change at a time; a table of contents of the API areas.</summary>
public sealed class GitHubWriter : IGitHubWriter
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

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.OpenPullRequest step, CancellationToken cancellationToken) => _opening.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.UpdatePullRequestBody step, CancellationToken cancellationToken) => _text.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.ClosePullRequest step, CancellationToken cancellationToken) => _closing.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.AddLabels step, CancellationToken cancellationToken) => _extras.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.RequestReviewers step, CancellationToken cancellationToken) => _extras.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken) => _merging.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken) => _updating.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken) => _autoMerging.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.DisarmAutoMerge step, CancellationToken cancellationToken) => _autoMerging.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.Enqueue step, CancellationToken cancellationToken) => _queue.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.Dequeue step, CancellationToken cancellationToken) => _queue.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken) => _drafting.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.UploadAsset step, CancellationToken cancellationToken) => _assets.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome> ApplyAsync(PlanStep.PublishRelease step, CancellationToken cancellationToken) => _publishing.ApplyAsync(step, cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome> ApplyAsync(PlanStep.WriteComment step, CancellationToken cancellationToken) =>
        new(step, (await _comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken)).Url);
}
