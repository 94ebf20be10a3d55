using Hotfix.Core.Snapshots;

namespace Hotfix.GitHub.Checks;

/// <summary>From GitHub's words to ours. A word that is not known here is never success.</summary>
internal static class CheckMapping
{
    public static CheckResult ToResult(this CheckRunAnswer run) =>
        new(
            run.Name,
            CheckKind.CheckRun,
            run.App?.Id,
            StateOfRun(run.Status, run.Conclusion),
            Detail: run.Status == "completed" ? run.Conclusion ?? "completed" : run.Status ?? "queued",
            Url: run.HtmlUrl ?? run.DetailsUrl ?? "",
            run.Id,
            Summary: FirstLine(run.Output?.Title, run.Output?.Summary)
        )
        {
            AppName = run.App?.Name,
            StartedAt = run.StartedAt,
            CompletedAt = run.CompletedAt,
        };

    public static CheckResult ToResult(this CombinedStatusAnswer.StatusAnswer status) =>
        new(
            status.Context,
            CheckKind.CommitStatus,
            AppId: null,
            StateOfStatus(status.State),
            status.State,
            status.TargetUrl ?? "",
            Id: null,
            FirstLine(status.Description)
        );

    /// <summary>The first line of the first text that has one; empty when none has.</summary>
    public static string FirstLine(params string?[] texts) =>
        texts.SelectMany(text => (text ?? "").Split('\n')).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    /// <summary>The words of a check run, of a check suite and of a workflow run are the same.</summary>
    public static CheckState StateOfRun(string? status, string? conclusion) =>
        status == "action_required" ? CheckState.ActionRequired
        : status != "completed" ? CheckState.Pending
        : conclusion switch
        {
            "success" => CheckState.Passed,
            "skipped" or "neutral" => CheckState.Skipped,
            "failure" or "timed_out" or "cancelled" or "stale" or "startup_failure" => CheckState.Failed,
            "action_required" => CheckState.ActionRequired,
            _ => CheckState.Pending,
        };

    private static CheckState StateOfStatus(string state) =>
        state switch
        {
            "success" => CheckState.Passed,
            "failure" or "error" => CheckState.Failed,
            _ => CheckState.Pending,
        };
}
