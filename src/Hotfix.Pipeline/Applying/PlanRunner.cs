using Hotfix.Core.Execution;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies exactly the steps that were planned, in order, through the ports; stops at the first that throws.</summary>
public sealed class PlanRunner(IGitWriter git, Func<IGitHubWriter> github, Func<IWorkflows> workflows)
{
    /// <summary>Applies one step. Tests are run by the build, not here.</summary>
    public Task<Outcome> ApplyAsync(PlanStep step, CancellationToken cancellationToken) => step switch
    {
        PlanStep.CreateBranch s => git.ApplyAsync(s, cancellationToken),
        PlanStep.FastForwardBranch s => git.ApplyAsync(s, cancellationToken),
        PlanStep.CheckOutBranch s => git.ApplyAsync(s, cancellationToken),
        PlanStep.AddWorktree s => git.ApplyAsync(s, cancellationToken),
        PlanStep.ApplyFix s => git.ApplyAsync(s, cancellationToken),
        PlanStep.PushBranch s => git.ApplyAsync(s, cancellationToken),
        PlanStep.CreateTag s => git.ApplyAsync(s, cancellationToken),
        PlanStep.OpenPullRequest s => github().ApplyAsync(s, cancellationToken),
        PlanStep.UpdatePullRequestBody s => github().ApplyAsync(s, cancellationToken),
        PlanStep.AddLabels s => github().ApplyAsync(s, cancellationToken),
        PlanStep.RequestReviewers s => github().ApplyAsync(s, cancellationToken),
        PlanStep.MergePullRequest s => github().ApplyAsync(s, cancellationToken),
        PlanStep.UpdateBranch s => github().ApplyAsync(s, cancellationToken),
        PlanStep.ArmAutoMerge s => github().ApplyAsync(s, cancellationToken),
        PlanStep.DisarmAutoMerge s => github().ApplyAsync(s, cancellationToken),
        PlanStep.Enqueue s => github().ApplyAsync(s, cancellationToken),
        PlanStep.Dequeue s => github().ApplyAsync(s, cancellationToken),
        PlanStep.DraftRelease s => github().ApplyAsync(s, cancellationToken),
        PlanStep.UploadAsset s => github().ApplyAsync(s, cancellationToken),
        PlanStep.PublishRelease s => github().ApplyAsync(s, cancellationToken),
        PlanStep.StartRelease s => StartAsync(s, cancellationToken),
        PlanStep.WriteComment s => github().ApplyAsync(s, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step that a port applies."),
    };

    private async Task<Outcome> StartAsync(PlanStep.StartRelease step, CancellationToken cancellationToken) =>
        new(step, (await workflows().DispatchAsync(step.Workflow, cancellationToken)).Url);
}
