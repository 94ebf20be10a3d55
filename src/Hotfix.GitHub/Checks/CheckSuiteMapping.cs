using Hotfix.Core.Snapshots;
using Hotfix.GitHub.Workflows;

namespace Hotfix.GitHub.Checks;

/// <summary>From GitHub's words to ours.</summary>
internal static class CheckSuiteMapping
{
    /// <param name="suite">The suite.</param>
    /// <param name="run">Its workflow run; <c>null</c> when it has none, or none that may be read. Of the two, the one that waits for a person counts.</param>
    public static CheckSuite ToSuite(this CheckSuitesAnswer.SuiteAnswer suite, WorkflowRunAnswer? run)
    {
        CheckState own = CheckMapping.StateOfRun(suite.Status, suite.Conclusion);
        CheckState ofRun = run is null ? own : CheckMapping.StateOfRun(run.Status, run.Conclusion);
        bool byRun = run is not null && own != CheckState.ActionRequired;
        return new CheckSuite(
            suite.Id,
            suite.App?.Id,
            suite.App?.Name ?? "",
            byRun ? ofRun : own,
            byRun ? WordOf(run!.Status, run.Conclusion) : WordOf(suite.Status, suite.Conclusion),
            run?.HtmlUrl ?? ""
        )
        {
            CheckRuns = suite.LatestCheckRunsCount ?? 0,
            Workflow = run?.Name ?? "",
            WorkflowPath = run?.Path?.Split('@')[0] ?? "",
            Event = run?.Event ?? "",
        };
    }

    private static string WordOf(string? status, string? conclusion) => status == "completed" ? conclusion ?? "completed" : status ?? "queued";
}
