using Hotfix.Core.Plans;
using Hotfix.GitHub.Http;
using Hotfix.GitHub.Issues;

namespace Hotfix.GitHub.Tests;

/// <summary>Applies steps to one repository, as the table of the pipeline does.</summary>
internal sealed class StepWriter(GitHubConnection connection)
{
    private readonly GitHubAreas _areas = new(connection);
    private readonly Comments _comments = new(connection);

    public Task<Outcome> ApplyAsync(PlanStep step, CancellationToken cancellationToken) =>
        step switch
        {
            PlanStep.OpenPullRequest open => _areas.Opening.ApplyAsync(open, cancellationToken),
            PlanStep.UpdatePullRequestBody update => _areas.Body.ApplyAsync(update, cancellationToken),
            PlanStep.ClosePullRequest close => _areas.Closing.ApplyAsync(close, cancellationToken),
            PlanStep.AddLabels labels => _areas.Extras.ApplyAsync(labels, cancellationToken),
            PlanStep.RequestReviewers reviewers => _areas.Extras.ApplyAsync(reviewers, cancellationToken),
            PlanStep.MergePullRequest merge => _areas.Merging.ApplyAsync(merge, cancellationToken),
            PlanStep.UpdateBranch update => _areas.Updating.ApplyAsync(update, cancellationToken),
            PlanStep.ArmAutoMerge arm => _areas.AutoMerging.ApplyAsync(arm, cancellationToken),
            PlanStep.Enqueue enqueue => _areas.Queue.ApplyAsync(enqueue, cancellationToken),
            PlanStep.DraftRelease draft => _areas.Drafting.ApplyAsync(draft, cancellationToken),
            PlanStep.UploadAsset asset => _areas.Assets.ApplyAsync(asset, cancellationToken),
            PlanStep.PublishRelease publish => _areas.Publishing.ApplyAsync(publish, cancellationToken),
            PlanStep.WriteComment comment => _comments.ApplyAsync(comment, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no step about GitHub"),
        };
}
