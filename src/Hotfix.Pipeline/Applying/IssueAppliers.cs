using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies the steps on issues, exactly as they were planned; repeating is safe.</summary>
internal sealed class IssueAppliers(Services services)
{
    private const string NoIssuesCode = "HF3104";

    public async Task<Outcome> ApplyAsync(PlanStep.OpenDebt step, CancellationToken cancellationToken) =>
        Of(step, await services.Issues.CreateAsync(step.Issue, cancellationToken));

    // What is written comes first: an issue that changes state without a word cannot be understood later.
    public async Task<Outcome> ApplyAsync(PlanStep.ReopenDebt step, CancellationToken cancellationToken)
    {
        await services.Comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken);
        Issue issue = await services.Issues.UpdateAsync(step.Number, new IssueChange { IsOpen = true }, cancellationToken);
        return new Outcome(step, issue.Url);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.CloseDebt step, CancellationToken cancellationToken)
    {
        await services.Comments.PutAsync(step.Number, step.Comment.Marker, step.Comment.Body, cancellationToken);
        Issue issue = await services.Issues.UpdateAsync(step.Number, new IssueChange { IsOpen = false, WasDone = step.WasDone }, cancellationToken);
        return new Outcome(step, issue.Url);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.LockReleases step, CancellationToken cancellationToken) =>
        Of(
            step,
            step.Number is { } number
                ? await services.Issues.UpdateAsync(
                    number,
                    new IssueChange { Title = step.Issue.Title, Body = step.Issue.Marker.On(step.Issue.Body) },
                    cancellationToken
                )
                : await services.Issues.CreateAsync(step.Issue, cancellationToken)
        );

    public async Task<Outcome> ApplyAsync(PlanStep.UnlockReleases step, CancellationToken cancellationToken)
    {
        if (step.Comment is { } comment)
            await services.Comments.PutAsync(step.Number, comment.Marker, comment.Body, cancellationToken);

        Issue closed = await services.Issues.UpdateAsync(step.Number, new IssueChange { IsOpen = false }, cancellationToken);
        return new Outcome(step, closed.Url);
    }

    public async Task<Outcome> ApplyAsync(PlanStep.OpenPostMortem step, CancellationToken cancellationToken)
    {
        try
        {
            return Of(step, await services.Issues.CreateAsync(step.Issue, cancellationToken));
        }
        catch (HotfixException e) when (e.Code == NoIssuesCode)
        {
            throw new HotfixException(PostMortemRefusals.NoIssues(step.Tag, e.Refusal.Why));
        }
    }

    private static Outcome Of(PlanStep step, Issue issue) => new(step, $"#{issue.Number} {issue.Url}");
}
