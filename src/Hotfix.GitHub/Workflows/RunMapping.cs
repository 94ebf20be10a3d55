using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Workflows;

/// <summary>From GitHub's words to ours. A word that is not known here is never success.</summary>
internal static class RunMapping
{
    public static WorkflowRun ToRun(this WorkflowRunAnswer answer) =>
        new(
            answer.Id,
            answer.Name ?? answer.Path ?? "",
            answer.DisplayTitle ?? answer.Name ?? "",
            StateOf(answer.Status, answer.Conclusion),
            Detail(answer.Status, answer.Conclusion),
            CommitSha.Parse(answer.HeadSha),
            answer.HtmlUrl,
            answer.CreatedAt
        )
        {
            Event = answer.Event ?? "",
            HeadBranch = answer.HeadBranch ?? "",
            Path = (answer.Path ?? "").Split('@')[0], // "…/release.yml@main" in some answers
            Actor = answer.Actor?.Login ?? "",
            Attempt = answer.RunAttempt ?? 1,
        };

    public static WorkflowJob ToJob(this RunJobsAnswer.RunJobAnswer answer)
    {
        IReadOnlyList<RunJobsAnswer.RunStepAnswer> steps = answer.Steps ?? [];
        RunJobsAnswer.RunStepAnswer? step = steps.FirstOrDefault(step => step.Conclusion is "failure" or "timed_out" or "cancelled")
            ?? steps.FirstOrDefault(step => step.Status == "in_progress");
        return new WorkflowJob(
            answer.Id,
            answer.Name,
            StateOf(answer.Status, answer.Conclusion),
            Detail(answer.Status, answer.Conclusion),
            answer.HtmlUrl ?? "",
            step?.Name ?? ""
        )
        {
            HasStarted = steps.Count > 0,
        };
    }

    public static WorkflowFile ToFile(this WorkflowsAnswer.WorkflowAnswer answer) => new(answer.Id, answer.Name, answer.Path, answer.State == "active");

    private static string Detail(string? status, string? conclusion) => status == "completed" ? conclusion ?? "completed" : status ?? "queued";

    private static RunState StateOf(string? status, string? conclusion) =>
        (status, conclusion) switch
        {
            ("completed", "success") => RunState.Succeeded,
            ("completed", "skipped" or "neutral") => RunState.Skipped,
            ("completed", "failure" or "timed_out" or "stale" or "startup_failure") => RunState.Failed,
            ("completed", "cancelled") => RunState.Cancelled,
            ("completed", "action_required") or ("waiting" or "action_required", _) => RunState.Waiting,
            ("in_progress", _) => RunState.InProgress,
            _ => RunState.Queued,
        };
}
