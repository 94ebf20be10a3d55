using Hotfix.Core.Plans;

namespace Hotfix.Core.Execution;

/// <summary>Changes one repository on GitHub. Each method does its step, finds it done already, or throws; after a lost answer it asks before it repeats.</summary>
public interface IGitHubWriter
{
    /// <summary>REST: <c>POST …/pulls</c>, then labels and reviewers. One that is open already is found, not opened again.</summary>
    Task<Outcome> ApplyAsync(PlanStep.OpenPullRequest step, CancellationToken cancellationToken);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.UpdatePullRequestBody step, CancellationToken cancellationToken);

    /// <summary>REST: <c>PATCH …/pulls/{number}</c> with the state, after a comment; nothing is merged.</summary>
    Task<Outcome> ApplyAsync(PlanStep.ClosePullRequest step, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/issues/{number}/labels</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.AddLabels step, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/pulls/{number}/requested_reviewers</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.RequestReviewers step, CancellationToken cancellationToken);

    /// <summary>REST: <c>PUT …/pulls/{number}/merge</c> with the expected head.</summary>
    Task<Outcome> ApplyAsync(PlanStep.MergePullRequest step, CancellationToken cancellationToken);

    /// <summary>REST: <c>PUT …/pulls/{number}/update-branch</c> with the expected head, then waits for the new head. The evidence is its full sha; its checks and reviews begin anew.</summary>
    Task<Outcome> ApplyAsync(PlanStep.UpdateBranch step, CancellationToken cancellationToken);

    /// <summary>GraphQL: <c>enablePullRequestAutoMerge</c> with the expected head. GitHub keeps it armed for later pushes too: disarm it when the head moves.</summary>
    Task<Outcome> ApplyAsync(PlanStep.ArmAutoMerge step, CancellationToken cancellationToken);

    /// <summary>GraphQL: <c>disablePullRequestAutoMerge</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.DisarmAutoMerge step, CancellationToken cancellationToken);

    /// <summary>GraphQL: <c>enqueuePullRequest</c> with the expected head. The evidence names the position.</summary>
    Task<Outcome> ApplyAsync(PlanStep.Enqueue step, CancellationToken cancellationToken);

    /// <summary>GraphQL: <c>dequeuePullRequest</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.Dequeue step, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/releases</c> with <c>draft: true</c>, no target commit: the tag exists.</summary>
    Task<Outcome> ApplyAsync(PlanStep.DraftRelease step, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/releases/{id}/assets</c>.</summary>
    Task<Outcome> ApplyAsync(PlanStep.UploadAsset step, CancellationToken cancellationToken);

    /// <summary>Verifies the assets, then REST: <c>PATCH …/releases/{id}</c> with <c>draft: false</c> and <c>make_latest</c>, then reads both back.</summary>
    Task<Outcome> ApplyAsync(PlanStep.PublishRelease step, CancellationToken cancellationToken);

    /// <summary>REST: <c>POST …/issues/{number}/comments</c>, or <c>PATCH …/issues/comments/{id}</c> of the one with the same mark.</summary>
    Task<Outcome> ApplyAsync(PlanStep.WriteComment step, CancellationToken cancellationToken);
}
