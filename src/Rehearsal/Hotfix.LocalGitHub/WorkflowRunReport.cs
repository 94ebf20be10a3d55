namespace Hotfix.LocalGitHub;

/// <summary>What a test or drill says about a workflow run: nothing here executes workflows.</summary>
/// <param name="Status"><c>queued</c>, <c>in_progress</c>, <c>waiting</c> or <c>completed</c>.</param>
/// <param name="Conclusion">With <c>completed</c>: <c>success</c>, <c>failure</c>, <c>cancelled</c>, …</param>
public sealed record WorkflowRunReport(string Status, string? Conclusion = null)
{
    /// <summary>
    /// With <c>waiting</c>: the environments that hold the run until each is approved; a deployment to each is made. They are made when missing.
    /// </summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>The jobs to make or bring up to date.</summary>
    public IReadOnlyList<WorkflowJobReport> Jobs { get; init; } = [];
}
