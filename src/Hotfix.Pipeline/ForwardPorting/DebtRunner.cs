using Hotfix.Core.Execution;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;

namespace Hotfix.Pipeline.ForwardPorting;

/// <summary>Applies the steps on issues, exactly as they were planned.</summary>
public sealed class DebtRunner(IIssues issues, IComments comments)
{
    /// <summary>Applies one step; repeating is safe.</summary>
    public Task<Outcome> ApplyAsync(PlanStep step, CancellationToken cancellationToken) => step switch
    {
        PlanStep.OpenDebt s => OpenAsync(s, cancellationToken),
        PlanStep.ReopenDebt s => ReopenAsync(s, cancellationToken),
        PlanStep.CloseDebt s => CloseAsync(s, cancellationToken),
        PlanStep.WriteComment s => CommentAsync(s, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step on an issue."),
    };

    private async Task<Outcome> OpenAsync(PlanStep.OpenDebt step, CancellationToken cancellationToken)
    {
        Issue issue = await issues.CreateAsync(step.Issue, cancellationToken);
        return new Outcome(step, $"#{issue.Number} {issue.Url}");
    }

    // What is written comes first: an issue that changes state without a word cannot be understood later.
    private async Task<Outcome> ReopenAsync(PlanStep.ReopenDebt step, CancellationToken cancellationToken)
    {
        await comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken);
        Issue issue = await issues.UpdateAsync(step.Number, new IssueChange { IsOpen = true }, cancellationToken);
        return new Outcome(step, issue.Url);
    }

    private async Task<Outcome> CloseAsync(PlanStep.CloseDebt step, CancellationToken cancellationToken)
    {
        await comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken);
        Issue issue = await issues.UpdateAsync(step.Number, new IssueChange { IsOpen = false, WasDone = step.WasDone }, cancellationToken);
        return new Outcome(step, issue.Url);
    }

    private async Task<Outcome> CommentAsync(PlanStep.WriteComment step, CancellationToken cancellationToken)
    {
        IssueComment comment = await comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken);
        return new Outcome(step, comment.Url);
    }
}
